"""Reviews: saying what one thinks of a title, reading what others say, and hiding what should not be read."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matinee.accounts import policies
from matinee.accounts.actions import find_user
from matinee.accounts.models import AuditEntry, User
from matinee.catalog.models import Title
from matinee.core.models import Event
from matinee.core.personal import everything_about
from matinee.library import actions
from matinee.library.models import Earlier, Review
from tests.accounts.cast import Browser, person, refused, said, seated
from tests.accounts.conftest import Later, decide
from tests.library.imports import bringing as imports
from tests.library.shelf import Shelf
from tests.library.test_watchlists import done

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Write = Callable[..., dict[str, Any]]


def told() -> list[str]:
    """The events of reviews and ratings so far, oldest first."""
    about = Event.objects.filter(name__startswith="Review") | Event.objects.filter(name="TitleRated")
    return list(about.order_by("id").values_list("name", flat=True))


@pytest.fixture
def film(shelf: Shelf) -> int:
    return shelf.films[0]


def write(browser: Browser, film: int, text: str = "Good.", **more: object) -> dict[str, Any]:
    """A review, as its author sees it."""
    review: dict[str, Any] = done(browser.send("PUT", f"/me/reviews/movies/{film}", {"text": text, **more}), 200)[
        "review"
    ]
    return review


def read(browser: Browser, film: int, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = done(browser.get(f"/movies/{film}/reviews{query}"), 200)["items"]
    return items


def root() -> Browser:
    person("root")
    return seated("root")


def test_a_review_is_published_with_the_rating(alice: Browser, film: int) -> None:
    written = write(alice, film, "*So* good. ||He dies||", rating=8.5, spoiler=True)

    assert (written["rating"], written["spoiler"], written["mine"]) == (8.5, True, True)
    assert written["html"].strip() == '<p><em>So</em> good. <span class="spoiler">He dies</span></p>'
    assert said(alice.get(f"/me/opinions/movies/{film}"))["rating"] == 8.5
    assert told() == ["TitleRated", "ReviewPublished"]
    (item,) = read(Browser(), film)
    assert (item["author"], item["rating"], item["mine"]) == ({"name": "alice", "picture": None}, 8.5, False)
    assert (item["html"], item["text"], item["hidden"]) == (written["html"], None, None)
    assert said(alice.get("/me/reviews"))["items"][0]["title"]["id"] == film


def test_the_rating_beside_a_review_is_always_the_persons_own(alice: Browser, film: int) -> None:
    alice.send("PATCH", f"/me/opinions/movies/{film}", {"rating": 6})

    assert write(alice, film)["rating"] == 6
    alice.send("PATCH", f"/me/opinions/movies/{film}", {"rating": 9})
    assert read(alice, film)[0]["rating"] == 9
    assert write(alice, film, rating=None)["rating"] is None
    assert said(alice.get(f"/me/opinions/movies/{film}"))["rating"] is None


def test_a_person_has_one_review_of_a_title_and_may_change_it(alice: Browser, film: int) -> None:
    first = write(alice, film, "Good.")
    write(alice, film, "Good.")
    second = write(alice, film, "Bad.", spoiler=True)

    assert first["id"] == second["id"]
    assert [one["text"] for one in read(alice, film)] == ["Bad."]
    assert told() == ["ReviewPublished", "ReviewChanged"]
    event = Event.objects.latest("id").body
    assert "Good" not in str(event)
    assert Earlier.objects.get(pk=event["earlier_id"]).words == {"text": "Good.", "spoiler": False}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": " \n "}, "text"),
        ({"text": "\u200b"}, "text"),
        ({"text": "x" * 20_001}, "text"),
        ({"text": "x" * 1_000_000}, "text"),
        ({"text": "a\0b"}, "text"),
        ({"text": 5}, "text"),
        ({}, "text"),
        ({"text": "Good.", "rating": 10.5}, "rating"),
        ({"text": "Good.", "rating": "good"}, "rating"),
        ({"text": "Good.", "rating": 7.3}, "rating"),
        ({"text": "Good.", "stars": 5}, "stars"),
    ],
)  # fmt: skip
def test_nonsense_is_refused_and_nothing_is_kept(
    alice: Browser, film: int, given: dict[str, object], field: str
) -> None:
    refused(alice.send("PUT", f"/me/reviews/movies/{film}", given), 400, field)
    assert said(alice.get(f"/me/reviews/movies/{film}"))["review"] is None
    assert said(alice.get(f"/me/opinions/movies/{film}"))["rating"] is None
    assert told() == []


def test_a_text_of_20000_characters_is_a_review(alice: Browser, film: int) -> None:
    assert len(write(alice, film, "word " * 3_999 + "words")["text"]) == 20_000


def test_a_removed_review_can_be_had_back_with_what_others_found(alice: Browser, film: int) -> None:
    bob = seated("bob")
    number = write(alice, film, rating=8)["id"]
    done(bob.send("PUT", f"/reviews/{number}/helpful"), 200)

    assert alice.send("DELETE", f"/me/reviews/movies/{film}").status_code == 204

    assert read(bob, film) == said(alice.get("/me/reviews"))["items"] == []
    assert said(alice.get(f"/me/opinions/movies/{film}"))["rating"] == 8
    refused(alice.send("DELETE", f"/me/reviews/movies/{film}"), 404)
    refused(bob.send("DELETE", f"/reviews/{number}/helpful"), 404)

    back = done(alice.post(f"/me/reviews/movies/{film}/restore"), 200)["review"]
    assert (back["id"], back["helpful"]) == (number, 1)
    refused(alice.post(f"/me/reviews/movies/{film}/restore"), 404)
    assert told()[-2:] == ["ReviewRemoved", "ReviewRestored"]


def test_who_writes_anew_after_removing_begins_anew(alice: Browser, film: int) -> None:
    bob = seated("bob")
    number = write(alice, film)["id"]
    bob.send("PUT", f"/reviews/{number}/helpful")
    alice.send("DELETE", f"/me/reviews/movies/{film}")

    assert write(alice, film, "Better.")["helpful"] == 0
    assert told()[-1] == "ReviewPublished"


def test_what_was_removed_goes_after_a_day(alice: Browser, film: int, later: Later) -> None:
    write(alice, film)
    alice.send("DELETE", f"/me/reviews/movies/{film}")

    later(days=1, seconds=1)

    refused(seated("alice").post(f"/me/reviews/movies/{film}/restore"), 404)
    assert actions.forget_removed() == 1
    assert not Review.objects.exists()


def test_others_find_a_review_helpful_and_its_author_does_not(alice: Browser, film: int) -> None:
    number = write(alice, film)["id"]
    bob = seated("bob")

    for _ in "twice":
        assert done(bob.send("PUT", f"/reviews/{number}/helpful"), 200) == {"helpful": 1}
    refused(alice.send("PUT", f"/reviews/{number}/helpful"), 403, "your own review")
    refused(bob.send("PUT", "/reviews/987654321/helpful"), 404)

    assert [(one["helpful"], one["foundHelpful"]) for one in read(bob, film)] == [(1, True)]
    assert [(one["helpful"], one["foundHelpful"]) for one in read(alice, film)] == [(1, False)]
    for _ in "twice":
        assert done(bob.send("DELETE", f"/reviews/{number}/helpful"), 200) == {"helpful": 0}
    assert told()[1:] == ["ReviewFoundHelpful", "ReviewNotFoundHelpful"]


def test_reviews_come_most_helpful_or_newest_first(alice: Browser, film: int) -> None:
    bob = seated("bob")
    write(alice, film, "First.")
    write(bob, film, "Second.")
    assert [one["author"]["name"] for one in read(Browser(), film)] == ["bob", "alice"]
    bob.send("PUT", f"/reviews/{read(alice, film, '?sort=newest')[1]['id']}/helpful")

    assert [one["author"]["name"] for one in read(Browser(), film)] == ["alice", "bob"]
    assert [one["author"]["name"] for one in read(Browser(), film, "?sort=newest")] == ["bob", "alice"]
    assert said(Browser().get(f"/titles/{film}/reviews"))["total"] == 2
    assert read(alice, film, "?page=2") == []
    refused(alice.get(f"/movies/{film}/reviews?sort=colour"), 400, "sort")
    refused(alice.get(f"/movies/{film}/reviews?page=0"), 400, "page")
    refused(alice.get("/titles/987654321/reviews"), 404)
    refused(alice.get(f"/tv/{film}/reviews"), 404)


def test_a_hidden_review_is_for_its_author_and_administrators_who_read_why(alice: Browser, film: int) -> None:
    administrator, bob = root(), seated("bob")
    number = write(alice, film)["id"]

    assert administrator.send("PUT", f"/reviews/{number}/hidden", {"because": "It insults Carl"}).status_code == 204

    assert read(bob, film) == read(Browser(), film) == []
    refused(bob.send("PUT", f"/reviews/{number}/helpful"), 404)
    for reader in (alice, administrator):
        assert [one["hidden"]["because"] for one in read(reader, film)] == ["It insults Carl"]
    assert said(alice.get(f"/me/reviews/movies/{film}"))["review"]["hidden"]["because"] == "It insults Carl"
    write(alice, film, "I take it back")  # which does not show it again
    assert read(bob, film) == []

    assert administrator.send("DELETE", f"/reviews/{number}/hidden").status_code == 204
    assert [one["hidden"] for one in read(bob, film)] == [None]
    noted = AuditEntry.objects.filter(action__startswith="review").order_by("id")
    assert [(one.action, one.actor_id, one.target) for one in noted] == [
        ("review_hidden", find_user("root").pk, "alice on Reel 0 (1920)"),
        ("review_unhidden", find_user("root").pk, "alice on Reel 0 (1920)"),
    ]
    assert told()[1:] == ["ReviewHidden", "ReviewChanged", "ReviewUnhidden"]


def test_a_hidden_review_stays_hidden_when_its_author_begins_anew(alice: Browser, film: int) -> None:
    administrator = root()
    administrator.send("PUT", f"/reviews/{write(alice, film)['id']}/hidden", {"because": "It insults Carl"})
    alice.send("DELETE", f"/me/reviews/movies/{film}")
    write(alice, film, "The same again")
    assert read(Browser(), film) == []


def test_a_hidden_review_stays_hidden_when_its_author_waits_a_day(alice: Browser, film: int, later: Later) -> None:
    administrator = root()
    administrator.send("PUT", f"/reviews/{write(alice, film)['id']}/hidden", {"because": "It insults Carl"})
    alice.send("DELETE", f"/me/reviews/movies/{film}")
    later(days=1, seconds=1)
    assert actions.forget_removed() == 0
    assert list(Review.objects.values_list("text", flat=True)) == [""]
    write(seated("alice"), film, "The same again")
    assert read(Browser(), film) == []


def test_a_hidden_review_stays_hidden_when_its_author_brings_it_in_a_file(alice: Browser, film: int) -> None:
    administrator = root()
    administrator.send("PUT", f"/reviews/{write(alice, film)['id']}/hidden", {"because": "It insults Carl"})
    alice.send("DELETE", f"/me/reviews/movies/{film}")
    imports.apply(
        alice, imports.bring(alice, "mine.json", imports.library(imports.entry(film, review={"text": "Bad"})))
    )
    assert read(Browser(), film) == []
    assert [one["hidden"]["because"] for one in read(alice, film)] == ["It insults Carl"]


def test_only_administrators_hide_and_they_say_why(alice: Browser, film: int) -> None:
    number = write(alice, film)["id"]
    refused(seated("bob").send("PUT", f"/reviews/{number}/hidden", {"because": "No"}), 403)
    refused(alice.send("DELETE", f"/reviews/{number}/hidden"), 403)
    administrator = root()
    refused(administrator.send("PUT", f"/reviews/{number}/hidden", {"because": " "}), 400, "because")
    refused(administrator.send("PUT", f"/reviews/{number}/hidden", {}), 400, "because")
    refused(administrator.send("PUT", "/reviews/987654321/hidden", {"because": "No"}), 404)
    assert [one["hidden"] for one in read(alice, film)] == [None]


def test_reviews_of_a_title_above_their_age_are_not_there(alice: Browser, film: int) -> None:
    bob = seated("bob")
    number = write(alice, film)["id"]
    Title.objects.filter(pk=film).update(minimum_age=18)
    User.objects.filter(username="bob").update(age_cap=12)

    refused(bob.get(f"/movies/{film}/reviews"), 404)
    refused(bob.get(f"/titles/{film}/reviews"), 404)
    refused(bob.send("PUT", f"/reviews/{number}/helpful"), 404)
    User.objects.filter(username="alice").update(age_cap=12)
    assert said(alice.get("/me/reviews"))["items"] == []


def test_a_closed_house_shows_its_reviews_to_nobody_outside(alice: Browser, film: int) -> None:
    write(alice, film)
    decide(visitors_may_look=False)
    refused(Browser().get(f"/movies/{film}/reviews"), 401)
    refused(Browser().get(f"/titles/{film}/reviews"), 401)
    policies.forget()


def test_a_text_is_looked_at_before_it_is_published(alice: Browser, film: int) -> None:
    assert said(alice.post("/reviews/preview", {"text": "**Good** <b>"}))["html"].strip() == (
        "<p><strong>Good</strong> &lt;b&gt;</p>"
    )
    refused(alice.post("/reviews/preview", {"text": "x" * 20_001}), 400, "text")
    assert read(alice, film) == []


def test_a_page_costs_as_many_statements_whatever_its_length(alice: Browser, film: int, shelf: Shelf) -> None:
    def costs() -> list[int]:
        counts = []
        for page in (f"/movies/{film}/reviews", "/me/reviews"):
            with CaptureQueriesContext(connection) as statements:
                alice.get(page)
            counts.append(len(statements))
        return counts

    write(alice, film)
    short = costs()
    write(seated("bob"), film)
    for other in shelf.films[1:]:
        write(alice, other)
    assert costs() == short
    assert max(short) <= 6


def test_reviews_are_part_of_what_is_handed_over(alice: Browser, film: int) -> None:
    write(alice, film, "*Good*.")
    kept: Any = everything_about(find_user("alice").pk)["reviews"]
    assert [(one["title"], one["text"]) for one in kept] == [("Reel 0", "*Good*.")]
