"""Nothing that can be typed is an error, and whatever a title is called, that finds it."""

# ruff: noqa: RUF001 - letters that look like others are what is tested
import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from matinee.catalog import search
from matinee.catalog.search import folding
from matinee.core.access import EVERYTHING
from tests.catalog.search.shelf import add_title, find

pytestmark = [pytest.mark.usefixtures("shelf"), pytest.mark.both_databases]
_on_one_shelf = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)

NASTY = [
    "",
    " ",
    "the",
    "the a of",
    "la la la",
    "!?*\"'()",
    "\x00",
    "ma\x00trix",
    "a" * 200,
    "ab" * 5000,
    "a " * 5000,
    'matrix" OR "',
    "matrix* NEAR(up) -godfather AND NOT up:x ^up {tokens}: up",
    "matrix' & !up | 'x':* <-> y",
    "%s %(x)s %% _",
    "\\ \\' \\u0000",
    "=matrix @1999",
    "\ud800 lonely",
    "🎬🍿 👨‍👩‍👧",
    "ﷺ" * 50,
    "Z̸̧̢̛a̴l̵g̶o̷",
    "1999",
    "9" * 300,
    "२०२१",
    "กำแพง नमस्ते",
]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nothing_that_is_typed_is_an_error(text: str) -> None:
    for kind in ("all", "movie", "tv", "person"):
        assert search.find(text, kind, 1, viewer=EVERYTHING).total >= 0
    search.suggest(text, viewer=EVERYTHING)


@_on_one_shelf
@given(st.text(max_size=60) | st.text("aeimtrx '*\"-19&=@:", max_size=40))
def test_no_text_is_an_error(text: str) -> None:
    found = search.find(text, "all", 1, viewer=EVERYTHING)
    assert len(found.hits) <= found.total <= 1000
    assert len(search.suggest(text, viewer=EVERYTHING)) <= 8


@_on_one_shelf
@given(st.text(min_size=1, max_size=60))
@example("กำแพง")
@example("नमस्ते दुनिया")
@example("ＦＵＬＬ　ｗｉｄｔｈ")
@example("𠮷野家")
@example("Straße Łódź Æon İstanbul")
@example("a-b-c-d-e-f-g-h x's")
def test_a_title_is_found_by_its_own_name_and_not_after_it_is_gone(name: str) -> None:
    searchable = bool(folding.words(name))
    with transaction.atomic():
        title = add_title(name.replace("\x00", ""), 2010)
        assert (title.name in find(name)) == searchable
        search.forget_titles([title.pk])
        assert ("movie", title.pk) not in {
            (hit.kind, hit.id) for hit in search.find(name, "all", 1, viewer=EVERYTHING).hits
        }
        transaction.set_rollback(True)
