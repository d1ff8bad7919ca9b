"""Pictures of titles and people without a picture: what they are called, and what is drawn under that name."""

import re
from zlib import crc32

from matinee.catalog.models import Credit, Person, Season, Title
from matinee.core.errors import NotFound
from matinee.images import drawing

NAME = re.compile(r"(?P<what>title|season|person)-(?P<pk>\d{1,18})-(?P<mark>[0-9a-f]{8})")
_PREFIX = "drawn-"  # as `services` registers the origin


def drawn_name(what: str, pk: int, *words: object) -> str:
    """The name of a drawn picture. It changes with the words on it, so that it can be kept for ever."""
    return f"{_PREFIX}{what}-{pk}-{_mark(words)}"


def is_drawn(name: str) -> bool:
    """Whether a picture's name is of one that we draw."""
    return name.startswith(_PREFIX)


def _mark(words: tuple[object, ...]) -> str:
    return f"{crc32('|'.join(map(str, (drawing.VERSION, *words))).encode()):08x}"


def subject_of(name: str) -> drawing.Subject:
    """What to draw under a name. Raises NotFound when there is no such thing, or it is called otherwise by now."""
    match = NAME.fullmatch(name)
    if match is None:
        raise NotFound("no such picture is drawn")
    words, subject = _MAKERS[match["what"]](int(match["pk"]))
    if match["mark"] != _mark(words):
        raise NotFound("the picture has another name by now")
    return subject


def _title(pk: int) -> tuple[tuple[object, ...], drawing.Subject]:
    title = Title.objects.filter(pk=pk, is_adult=False).first()
    if title is None:
        raise NotFound("there is no such title")
    return (title.name, title.year), _title_subject(title, title.name, str(title.starter_key or pk))


def _title_subject(title: Title, name: str, seed: str) -> drawing.Subject:
    makers = Credit.objects.filter(title=title, job__in=("Director", "Creator")).order_by("position")
    return drawing.Subject(
        title=name,
        kind="movie" if title.kind == "movie" else "tv",
        original_title=title.original_name,
        year=title.year,
        director=makers.values_list("person__name", flat=True).first() or "",
        genres=tuple(title.genre_links.order_by("id").values_list("genre__slug", flat=True)),
        seed=seed,
    )


def _season(pk: int) -> tuple[tuple[object, ...], drawing.Subject]:
    season = Season.objects.select_related("title").filter(pk=pk).first()
    if season is None:
        raise NotFound("there is no such season")
    title = season.title
    subject = _title_subject(title, f"{title.name}: {season}", f"{title.starter_key or title.pk}/{season.number}")
    return (title.name, str(season)), subject


def _person(pk: int) -> tuple[tuple[object, ...], drawing.Subject]:
    name = Person.objects.filter(pk=pk).values_list("name", flat=True).first()
    if name is None:
        raise NotFound("there is no such person")
    return (name,), drawing.Subject(title=name, kind="person")


_MAKERS = {"title": _title, "season": _season, "person": _person}
