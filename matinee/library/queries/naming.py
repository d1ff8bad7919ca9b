"""Finding titles by words among a person's own."""

from django.db.models import Exists, OuterRef, Q

from matinee.catalog.models import TitleTranslation

_MOST_WORDS = 10  # of a search: each asks all names anew


def wanted(text: str) -> list[str]:
    """The words that are searched for, each once; further ones would hardly narrow it down."""
    return list(dict.fromkeys(text.split()))[:_MOST_WORDS]


def named(words: str, path: str = "title__") -> Q:
    """Whether all these words are in a title's names. `path` leads from the queried table to it."""
    all_of_them = Q()
    for word in wanted(words):
        translated = TitleTranslation.objects.filter(title=OuterRef(path.removesuffix("__")), name__icontains=word)
        own = Q(**{f"{path}name__icontains": word}) | Q(**{f"{path}original_name__icontains": word})
        all_of_them &= own | Q(Exists(translated))
    return all_of_them
