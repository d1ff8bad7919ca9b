"""While a large import is applied or undone, others go on writing."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from matinee.accounts.models import User
from matinee.catalog import search
from matinee.library.actions import importing
from matinee.library.models import ImportOutcome, ImportRow
from tests.accounts.cast import person, said, seated
from tests.library.imports.bringing import AT, bring, counts, entry, library
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

ROWS = 1_100  # some deeds
DEED = 0.1  # seconds that each takes at least, as on a small machine


@contextmanager
def slowly(begun: threading.Event) -> Iterator[None]:
    """Every deed of an import takes its time; `begun` in the first."""

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if 'UPDATE "library_importrow"' in sql:
            begun.set()
            time.sleep(DEED)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield


def left_when_bob_writes(outcome: ImportOutcome, begun: threading.Event) -> int:
    """How many rows were not yet done when bob, who came during the first deed, had his turn."""
    begun.wait(60)
    try:
        with transaction.atomic():
            User.objects.filter(username="bob").update(age_cap=12)
            return ImportRow.objects.filter(outcome=outcome).count()
    finally:
        connection.close()


def test_others_write_before_an_import_is_applied_or_undone(transactional_db: None) -> None:
    person("alice")
    person("bob")
    alice = seated("alice")
    film = Shelf.filled().films[0]
    search.rebuild()
    watched = [entry(film, watched={"at": (AT + timedelta(hours=number)).isoformat()}) for number in range(ROWS)]
    address = bring(alice, "mine.json", library(*watched))

    for deed, todo, done in (
        ("apply", ImportOutcome.MATCHED, "applied"),
        ("undo", ImportOutcome.APPLIED, "undone"),
    ):
        assert alice.post(f"{address}/{deed}").status_code == 202
        begun = threading.Event()
        with ThreadPoolExecutor() as bob, slowly(begun):
            left = bob.submit(left_when_bob_writes, todo, begun)
            importing.work_on_imports()
        assert left.result() > 0, f"bob had to wait until all was {done}"
        assert counts(said(alice.get(address))) == {done: ROWS}
