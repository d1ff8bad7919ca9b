"""Genres, and what they are called."""

import json
import re
from importlib.resources import files
from typing import Any

from django.utils import timezone

from matinee.catalog.actions.completing import provider
from matinee.catalog.events import GenresChanged
from matinee.catalog.freshness import TITLE_TTL
from matinee.catalog.models import Genre, GenreTranslation, ProviderCache
from matinee.catalog.providers import connected
from matinee.catalog.providers.base import FoundGenre
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import ServiceError
from matinee.core.language import Locale
from matinee.core.settings import current


@deed
def seed_genres() -> None:
    """Store the genres that ship with the program, and their names; others stay."""
    rows = json.loads((files("matinee.catalog") / "genres.json").read_text("utf-8"))
    genres = Genre.objects.bulk_create(
        [Genre(slug=row["slug"], tmdb_id=row["tmdb"], for_movies=row["movies"], for_tv=row["tv"]) for row in rows],
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["tmdb_id", "for_movies", "for_tv"],
    )
    names = [
        GenreTranslation(genre=genre, language=language, name=name)
        for genre, row in zip(genres, rows, strict=True)
        for language, name in row["names"].items()
    ]
    GenreTranslation.objects.bulk_create(names, ignore_conflicts=True)
    events.append(GenresChanged())


def ensure_genre_names(locale: Locale) -> None:
    """Have names in the wished language if they can be had; without them genres are shown in English."""
    named = GenreTranslation.objects.filter(language__in=locale.languages).exists()
    if named or connected() is None or _asked(locale.language):
        return
    try:
        store_genre_names(locale.language, wait=current().http_visitor_timeout)
    except ServiceError:
        return  # logged by the client; English will do


def _place(language: str) -> dict[str, Any]:
    return {"type": "genres", "category": "", "key": "", "page": 1, "language": language, "region": ""}


def _asked(language: str) -> bool:
    """Whether the provider was asked lately: it has no names in most languages, and that is an answer, too."""
    return ProviderCache.objects.filter(**_place(language), expires_at__gt=timezone.now()).exists()


def store_genre_names(language: str, *, wait: float) -> None:
    """Ask for all genres by name in a language, once a day, and store them. Raises ServiceError."""
    if not _asked(language):
        _store(list(provider().genres(language, wait=wait)), language)


@deed
def _store(found: list[FoundGenre], language: str) -> None:
    rows = {row.tmdb_id: row for row in Genre.objects.exclude(tmdb_id=None)}
    for one in found:
        row = rows.get(one.tmdb_id)
        if row is None:
            slug = re.sub(r"[^a-z0-9]+", "-", one.name.lower()).strip("-") or f"genre-{one.tmdb_id}"
            taken = Genre.objects.filter(slug=slug).exists()
            row = Genre(slug=f"{slug}-{one.tmdb_id}" if taken else slug, tmdb_id=one.tmdb_id)
        flag = "for_movies" if one.kind == "movie" else "for_tv"
        if row.pk is None or not getattr(row, flag):
            setattr(row, flag, True)
            row.save()
        rows[one.tmdb_id] = row
        GenreTranslation.objects.update_or_create(genre=row, language=language, defaults={"name": one.name})
    now = timezone.now()
    ProviderCache.objects.update_or_create(
        **_place(language), defaults={"body": len(found), "fetched_at": now, "expires_at": now + TITLE_TTL}
    )
    events.append(GenresChanged())
