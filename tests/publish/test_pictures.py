"""Pictures in people's own texts are told of, for the site shows none."""

from dataclasses import replace

from sitegen.model.record import Record
from sitegen.publish.pictures import find_pictures
from tests.publish.site_samples import make_page, noon


def test_a_picture_in_a_text_that_a_person_wrote_is_told() -> None:
    body = "The bridge.\n\n![The bridge](bridge.png)\n\nIts keeper wrote `![a](b)` and ![."
    page = replace(make_page("bridge", noon(14)), body=body)
    edited = replace(page, is_edited=True)

    (problem,) = find_pictures(Record((edited,), (), ()))

    assert problem.place == "content/articles/bridge.md"
    assert problem.severity == "warning"
    assert problem.message.startswith("shows '![The bridge](bridge.png)' as it is typed")
    assert not list(find_pictures(Record((page,), (), ())))
