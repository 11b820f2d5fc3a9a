"""A day says its year where that is another one."""

import datetime as dt

from django.template import Context, Template
from django.template.loader import render_to_string

from mend import clock
from mend.days import day_in_words, short_day
from steps.promises.rhythm import in_words
from steps.promises.schedule import Schedule
from tests.sources import modules, templates

NEAR, FAR = dt.date(2026, 12, 31), dt.date(2030, 12, 26)


def test_the_year_stands_where_it_is_another_one() -> None:
    with clock.at(dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)):
        assert (day_in_words(NEAR), short_day(NEAR)) == ("Thursday 31 December", "31 December")
        assert day_in_words(FAR) == "Thursday 26 December 2030"
        assert short_day(FAR) == "26 December 2030"
        page = Template("{{ far|day }}, {{ near|short_day }}, {{ none|day }}")
        said = page.render(Context({"far": FAR, "near": NEAR, "none": None}))
        assert said == "Thursday 26 December 2030, 31 December, "
        known = (
            (dt.datetime(2026, 11, 2, 8, 30, tzinfo=dt.UTC), "Saved at"),
            (dt.datetime(2026, 11, 1, 8, 30, tzinfo=dt.UTC), "Saved on 1 November, only for you."),
        )
        for saved_at, words in known:
            draft = {"saved_at": saved_at, "revision": 1}
            assert words in render_to_string("sharing/saved.html", {"draft": draft})
        assert in_words(Schedule("daily", [], NEAR, FAR)) == "Every day, until 26 December 2030"


def test_no_page_shows_a_day_in_another_way() -> None:
    """Every template and every sentence goes by the two filters."""
    assert not [name for name, source in templates().items() if 'date:"l j F"' in source]
    assert not [name for name, source in templates().items() if 'date:"j F"' in source]
    shown = [one.name for one in modules() if '_("l j F")' in one.path.read_text()]
    assert shown == ["mend.days"]
