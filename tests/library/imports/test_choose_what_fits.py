"""A title that a row cannot be about is refused, and the row can be decided about as before."""

import pytest

from tests.accounts.cast import Browser, refused, said
from tests.library.imports.bringing import bring, counts, library, rows
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

FILM_CHOSEN = "This is a film, and the row is about an episode. Choose the show"


def elsewhere(**more: object) -> dict[str, object]:
    return {"kind": "tv", "name": "Elsewhere"} | more


def watched(season: int, episode: int) -> dict[str, object]:
    return {"title": elsewhere(season=season, episode=episode), "watched": {"at": "2021-05-04"}}


def test_a_film_is_no_choice_for_an_episode_and_the_show_can_be_chosen_afterwards(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", library(watched(1, 1), watched(1, 2)))
    before = rows(alice, address)
    assert [row["outcome"] for row in before] == ["missing", "missing"]

    answer = alice.send("PATCH", f"{address}/rows/{before[0]['id']}", {"titleId": shelf.films[0]})

    refused(answer, 400, FILM_CHOSEN)
    assert [one["field"] for one in said(answer)["details"]] == ["titleId"]
    assert rows(alice, address) == before
    answer = alice.send("PATCH", f"{address}/rows/{before[0]['id']}", {"titleId": shelf.shows[0]})
    assert (answer.status_code, said(answer)["outcome"]) == (200, "matched")
    assert counts(said(alice.get(address))) == {"matched": 2}


def test_a_film_is_no_choice_for_a_whole_show_of_which_another_row_names_an_episode(
    alice: Browser, shelf: Shelf
) -> None:
    address = bring(alice, "mine.json", library({"title": elsewhere(), "rating": 7}, watched(1, 1)))
    before = rows(alice, address)

    refused(alice.send("PATCH", f"{address}/rows/{before[0]['id']}", {"titleId": shelf.films[0]}), 400, FILM_CHOSEN)

    assert rows(alice, address) == before


def test_what_the_file_itself_takes_for_a_film_can_be_corrected(alice: Browser, shelf: Shelf) -> None:
    about = elsewhere(season=1, episode=1, ids={"imdb": "tt9000000"})  # the first film's
    del about["kind"]
    address = bring(alice, "mine.json", library({"title": about, "watched": {"at": "2021-05-04"}}))
    (row,) = rows(alice, address)
    assert (row["outcome"], row["sentence"]) == ("missing", FILM_CHOSEN)

    answer = alice.send("PATCH", f"{address}/rows/{row['id']}", {"titleId": shelf.shows[0]})

    assert (answer.status_code, said(answer)["outcome"], said(answer)["sentence"]) == (200, "matched", None)


def test_the_heading_of_a_list_is_about_no_title(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", library({"list": {"name": "Mine"}}))
    (heading,) = before = rows(alice, address)

    answer = alice.send("PATCH", f"{address}/rows/{heading['id']}", {"titleId": shelf.films[0]})

    refused(answer, 400, "heading of a list")
    assert [one["field"] for one in said(answer)["details"]] == ["titleId"]
    assert rows(alice, address) == before
