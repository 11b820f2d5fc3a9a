"""allauth builds some of its pages out of elements: each is drawn in our look."""

import pytest
from django.forms import CharField, Form
from django.template import Context, Origin, Template

ELEMENTS = {
    "{% element alert %}{% slot message %}Said.{% endslot %}{% endelement %}": (
        '<p class="notice">Said.</p>'
    ),
    '{% element badge title="Now" %}New{% endelement %}': (
        '<span class="mark" title="Now">New</span>'
    ),
    '{% element button href="/x/" tags="link" %}Go{% endelement %}': (
        '<a class="btn btn--quiet" href="/x/">Go</a>'
    ),
    '{% element button type="submit" name="go" %}Go{% endelement %}': (
        '<button class="btn btn--main" type="submit" name="go" >Go</button>'
    ),
    "{% element button_group %}Two{% endelement %}": '<div class="row">Two</div>',
    '{% element field id="a" type="text" name="a" value="b" %}'
    "{% slot label %}Word{% endslot %}{% endelement %}": '<label for="a">Word</label>',
    '{% element field id="a" type="textarea" %}'
    "{% slot value %}Long.{% endslot %}{% endelement %}": ('<textarea id="a" >Long.</textarea>'),
    "{% element fields form=form %}{% endelement %}": 'name="word"',
    '{% element form method="post" %}{% slot actions %}Go{% endslot %}{% endelement %}': (
        '<form class="stack" method="post"> <div class="row">Go</div> </form>'
    ),
    '{% element img src="/x.png" alt="A" %}{% endelement %}': (
        '<img class="qr" src="/x.png" alt="A">'
    ),
    "{% element panel %}{% slot title %}T{% endslot %}"
    "{% slot body %}B{% endslot %}{% endelement %}": (
        '<section class="stack"> <h2>T</h2> B </section>'
    ),
    "{% element table %}Rows{% endelement %}": '<table class="table"> Rows </table>',
}


@pytest.mark.parametrize(("source", "drawn"), ELEMENTS.items(), ids=range(len(ELEMENTS)))
def test_an_element_of_allauths_pages_is_drawn_in_our_look(source: str, drawn: str) -> None:
    class WordForm(Form):
        word = CharField()

    page = Origin(name="page.html", template_name="page.html")
    template = Template("{% load allauth %}" + source, origin=page)
    assert drawn in " ".join(template.render(Context({"form": WordForm()})).split())
