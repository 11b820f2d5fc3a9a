"""The whole story by three people in three browsers, with JavaScript and without."""

from collections.abc import Callable

from tests.story import chapters as chapter
from tests.story.person import Person
from tests.story.together import BOTH_WAYS
from tests.story.writer import Writer


@BOTH_WAYS
def test_two_people_go_the_whole_way(comes: Callable[..., Person], has_script: bool) -> None:
    ann = comes(Writer, has_script=has_script)
    ben, cy = (comes(Person, has_script=has_script) for _ in range(2))
    assert isinstance(ann, Writer)
    chapter.come_in(ann)
    chapter.keep_a_note(cy)
    chapter.write(ann)
    chapter.say_in_person(ann)
    chapter.join(ann, ben, cy)
    chapter.share(ann, ben)
    chapter.read(ben)
    chapter.offer(ann)
    chapter.answer(ann, ben)
    chapter.take_back(ann, ben)
    chapter.promise(ann)
    chapter.keep_word(ann, ben)
    chapter.browse(ann, ben)
    chapter.stay_apart(ann, ben, cy)
    chapter.leave(ann, ben)


@BOTH_WAYS
def test_sam_reads_five_weeks_back(
    comes: Callable[..., Person], demo: dict[str, str], has_script: bool
) -> None:
    sam = comes(Person, has_script=has_script)
    sam.signs_in("sam@example.org", demo["sam@example.org"])
    chapter.read_far_back(sam)
