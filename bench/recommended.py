"""Recommendations as a browser asks for them: from models that are learnt, by requests to `matinee web`.

For `bench.recommend`. Everything that a request needs is in the time: who asks, what they like and have dismissed, what
they may see, the models, the cards, JSON and HTTP.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.program import clean_environment, data_dir, free_port, started

Liked = Sequence[tuple[int, float]]

_WARM = 20  # questions before those that count
_CAP = 16
_DISMISSED, _PLANNED = 5, 50  # titles of each person, of so many that come last
_LAST = 400
_PATHS = {
    "over HTTP": "/me/recommendations",
    "over HTTP, films": "/me/recommendations?kind=movie",
    "over HTTP, under an age cap": "/me/recommendations",
}


def answered(models: Path, titles: int, people: Sequence[Liked]) -> dict[str, list[float]]:
    """Milliseconds of each person's question, asked once each, by the kind of question.

    `models`: the folder with what was learnt of titles whose ids count from 1.
    """
    with data_dir() as folder:
        environment = clean_environment(
            folder, DJANGO_SETTINGS_MODULE="matinee.config.settings", MATINEE_STARTER="false"
        )
        making = [sys.executable, "-m", "bench.synthetic", "--titles", str(titles)]
        subprocess.run(making, env=environment, check=True, stdout=subprocess.DEVNULL)
        os.environ.clear()
        os.environ.update(environment)
        import django  # noqa: PLC0415 - after the settings are in place

        django.setup()
        _keep(models, folder)
        _set_ages()
        tokens = [_make(number, liked) for number, liked in enumerate(people)]
        port = free_port()
        # Without the worker, which would learn anew from these few people.
        command = [sys.executable, "-m", "matinee", "web"]
        environment["MATINEE_PORT"] = str(port)
        with started(command, "/api/v1/about", port, environment) as program:
            found = {}
            for name, path in _PATHS.items():
                _cap(_CAP if "age cap" in name else None)
                found[name] = _asked(program.address, path, tokens)
    return found


def _keep(models: Path, data: Path) -> None:
    from matinee.library.queries.recommendations import FOLDER  # noqa: PLC0415 - after the set-up

    (data / FOLDER).mkdir()
    for file in models.glob("*.model"):
        shutil.copy(file, data / FOLDER)


def _set_ages() -> None:
    """Every tenth title is for adults."""
    from django.db.models import Case, F, Value, When  # noqa: PLC0415
    from django.db.models.functions import Mod  # noqa: PLC0415

    from matinee.catalog.models import Title  # noqa: PLC0415

    adult = Title.objects.annotate(tenth=Mod(F("id"), Value(10))).filter(tenth=0).values("pk")
    Title.objects.update(minimum_age=Case(When(pk__in=adult, then=Value(18)), default=Value(12)))


def _make(number: int, liked: Liked) -> str:
    """Somebody who has seen and rated these, dismissed some others and planned more; their token."""
    from django.utils import timezone  # noqa: PLC0415

    from matinee.accounts.actions import credentials  # noqa: PLC0415
    from matinee.accounts.models import ApiToken, User  # noqa: PLC0415
    from matinee.catalog.models import Title  # noqa: PLC0415
    from matinee.library.models import Opinion, Standing, Status  # noqa: PLC0415

    now, token = timezone.now(), f"mat_of-the-bench-{number}"
    user = User.objects.create(username=f"person{number}")
    ApiToken.objects.create(user=user, name="bench", hash=credentials.digest(token), scopes=["read"])
    rated = {title: round(20 * strength) for title, strength in liked}
    last = Title.objects.order_by("-id").values_list("pk", flat=True)[:_LAST]
    others = (title for title in last if title not in rated)
    dismissed, planned = list(islice(others, _DISMISSED)), list(islice(others, _PLANNED))
    Opinion.objects.bulk_create(
        [
            *(Opinion(user=user, title_id=title, rating=rated[title], rated_at=now, changed_at=now) for title in rated),
            *(Opinion(user=user, title_id=title, dismissed_at=now, changed_at=now) for title in dismissed),
        ]
    )
    Standing.objects.bulk_create(
        [
            *(
                Standing(user=user, title_id=title, viewings=1, seen=1, status=Status.WATCHED, last_at=now)
                for title in rated
            ),
            *(Standing(user=user, title_id=title, status=Status.PLANNED, last_at=now) for title in planned),
        ]
    )
    return token


def _cap(age: int | None) -> None:
    from matinee.accounts.models import User  # noqa: PLC0415

    User.objects.update(age_cap=age)


def _asked(address: str, path: str, tokens: Sequence[str]) -> list[float]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    taken = []
    for number, token in enumerate([*tokens[:_WARM], *tokens]):
        begun = time.perf_counter()
        connection.request("GET", f"/api/v1{path}", headers={"Authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        said: Any = answer.read()
        if number >= _WARM:
            taken.append((time.perf_counter() - begun) * 1000)
        if answer.status != 200 or b'"items":[]' in said.replace(b" ", b""):
            raise RuntimeError(f"no recommendations but {answer.status} {said[:200]!r}")
    return taken
