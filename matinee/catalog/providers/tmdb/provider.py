"""TMDB as a provider. One call per question, with everything a page needs appended."""

from collections.abc import Iterator
from datetime import date

from matinee.catalog.filters import Filters
from matinee.catalog.providers.base import (
    ChangedIds,
    CompletePerson,
    CompleteTitle,
    FoundCollection,
    FoundGenre,
    FoundPage,
    FoundPerson,
    FoundSeason,
    FoundTitle,
    Json,
    Kind,
)
from matinee.catalog.providers.tmdb import mapping, shapes
from matinee.catalog.providers.tmdb.client import TmdbClient
from matinee.core.errors import NotFound
from matinee.core.http.service import Scalar
from matinee.core.language import Locale
from matinee.core.settings import current

MOST_PAGES = 500  # pages beyond fail, although `total_pages` says more

_APPENDED: dict[Kind, tuple[str, ...]] = {
    "movie": (
        "credits", "videos", "images", "recommendations", "similar", "keywords", "translations", "external_ids",
        "release_dates", "watch/providers",
    ),
    "tv": (
        "aggregate_credits", "videos", "images", "recommendations", "similar", "keywords", "translations",
        "external_ids", "content_ratings", "watch/providers",
    ),
}  # fmt: skip
_LISTS = {
    "movies-popular": "movie/popular",
    "movies-top-rated": "movie/top_rated",
    "movies-upcoming": "movie/upcoming",
    "movies-now-playing": "movie/now_playing",
    "movies-trending-day": "trending/movie/day",
    "movies-trending-week": "trending/movie/week",
    "tv-popular": "tv/popular",
    "tv-top-rated": "tv/top_rated",
    "tv-airing-today": "tv/airing_today",
    "tv-on-the-air": "tv/on_the_air",
    "tv-trending-day": "trending/tv/day",
    "tv-trending-week": "trending/tv/week",
}
_SORTS = {
    "popularity": "popularity.desc",
    "rating": "vote_average.desc",
    "votes": "vote_count.desc",
    "newest": "{day}.desc",
    "oldest": "{day}.asc",
    "title": "{name}.asc",
}
_DAYS: dict[Kind, str] = {"movie": "primary_release_date", "tv": "first_air_date"}
_NAMES: dict[Kind, str] = {"movie": "title", "tv": "name"}
_FEWEST_VOTES = 50  # without it the best rated titles are those with one vote


class TmdbProvider:
    """Answers in our shapes. The client is thread-safe, so one provider serves a process."""

    def __init__(self, client: TmdbClient) -> None:
        self._client = client

    def list_page(self, slug: str, page: int, locale: Locale, *, wait: float) -> FoundPage:
        """See `ListsTitles`."""
        answer = self._client.get(
            shapes.Page[shapes.Item],
            _LISTS[slug],
            {"page": page, "language": locale.language, "region": locale.region},
            wait=wait,
        )
        return _titles(answer, "movie" if slug.startswith("movies-") else "tv")

    def browse(self, kind: Kind, filters: Filters, page: int, locale: Locale, *, wait: float) -> FoundPage:
        """See `BrowsesTitles`. Genres are given as TMDB's numbers, with commas or bars as in Filters."""
        keyword = self._keyword(filters.keyword, wait=wait) if filters.keyword else None
        if filters.keyword and keyword is None:
            return FoundPage((), pages=0, total=0)
        params = _discover_params(kind, filters, locale) | {"with_keywords": keyword, "page": page}
        answer = self._client.get(shapes.Page[shapes.Item], f"discover/{kind}", params, wait=wait)
        return _titles(answer, kind)

    def _keyword(self, name: str, *, wait: float) -> int | None:
        """The number of the keyword with exactly that name."""
        answer = self._client.get(shapes.Page[shapes.Keyword], "search/keyword", {"query": name}, wait=wait)
        return next((found.id for found in answer.results if found.name.lower() == name.lower()), None)

    def search(self, text: str, kind: str, page: int, locale: Locale, *, wait: float) -> FoundPage:
        """See `FindsTitles`."""
        path = "search/multi" if kind == "all" else f"search/{kind}"
        params: dict[str, Scalar] = {"query": text, "page": page, "language": locale.language, "include_adult": False}
        answer = self._client.get(shapes.Page[shapes.Hit], path, params, wait=wait)
        items = tuple(found for item in answer.results if (found := _hit(item, kind)))
        return FoundPage(items, pages=min(answer.total_pages, MOST_PAGES), total=answer.total_results)

    def find_imdb(self, imdb_id: str, *, wait: float) -> FoundTitle | FoundPerson:
        """See `FindsTitles`."""
        answer = self._client.get(
            shapes.FindResults,
            f"find/{imdb_id}",
            {"external_source": "imdb_id", "language": current().language},
            wait=wait,
        )
        if answer.movie_results:
            return mapping.title(answer.movie_results[0], "movie")
        if answer.tv_results:
            return mapping.title(answer.tv_results[0], "tv")
        if answer.person_results:
            return mapping.person(answer.person_results[0])
        raise NotFound(f"TMDB knows nothing with the IMDb id {imdb_id}")

    def title(self, kind: Kind, tmdb_id: int, *, wait: float) -> CompleteTitle:
        """See `DescribesTitles`."""
        settings = current()
        base = settings.language.partition("-")[0]
        shape = self._client.get(
            shapes.TitleShape,
            f"{kind}/{tmdb_id}",
            {
                "language": settings.language,
                # Without these a language's pages lose all pictures and most trailers.
                "include_image_language": f"{base},null,en",
                "include_video_language": f"{base},null,en",
            },
            wait=wait,
            append=_APPENDED[kind],
        )
        return mapping.complete_title(shape, kind, settings.language, settings.region)

    def season(self, tmdb_id: int, number: int, language: str, *, wait: float) -> FoundSeason:
        """See `DescribesTitles`."""
        shape = self._client.get(shapes.SeasonShape, f"tv/{tmdb_id}/season/{number}", {"language": language}, wait=wait)
        return mapping.season(shape, translated=language != current().language)

    def person(self, tmdb_id: int, *, wait: float) -> CompletePerson:
        """See `DescribesTitles`."""
        language = current().language
        shape = self._client.get(
            shapes.PersonShape,
            f"person/{tmdb_id}",
            {"language": language},
            wait=wait,
            append=("combined_credits", "external_ids", "translations"),
        )
        return mapping.complete_person(shape, language)

    def collection(self, tmdb_id: int, *, wait: float) -> FoundCollection:
        """See `DescribesTitles`."""
        language = current().language
        shape = self._client.get(
            shapes.CollectionShape, f"collection/{tmdb_id}", {"language": language}, wait=wait, append=("translations",)
        )
        return mapping.collection(shape, language)

    def popular_people(self, page: int, locale: Locale, *, wait: float) -> FoundPage:
        """See `DescribesTitles`."""
        answer = self._client.get(
            shapes.Page[shapes.PersonItem], "person/popular", {"page": page, "language": locale.language}, wait=wait
        )
        people = tuple(mapping.person(item) for item in answer.results)
        return FoundPage(people, pages=min(answer.total_pages, MOST_PAGES), total=answer.total_results)

    def genres(self, language: str, *, wait: float) -> Iterator[FoundGenre]:
        """See `DescribesTitles`."""
        kinds: tuple[Kind, ...] = ("movie", "tv")
        for kind in kinds:
            answer = self._client.get(shapes.GenreList, f"genre/{kind}/list", {"language": language}, wait=wait)
            for genre in answer.genres:
                yield FoundGenre(genre.id, genre.name[:80], kind)

    def changes(self, kind: Kind, since: date, until: date, page: int, *, wait: float) -> ChangedIds:
        """See `ReportsChanges`."""
        answer = self._client.get(
            shapes.Page[shapes.ChangedItem],
            f"{kind}/changes",
            {"start_date": since.isoformat(), "end_date": until.isoformat(), "page": page},
            wait=wait,
        )
        return ChangedIds(tuple(item.id for item in answer.results), min(answer.total_pages, MOST_PAGES))

    def pictures(self, *, wait: float) -> dict[str, Json]:
        """See `HasPictures`."""
        images = self._client.get(shapes.Configuration, "configuration", wait=wait).images
        sizes = {
            "poster": images.poster_sizes,
            "backdrop": images.backdrop_sizes,
            "profile": images.profile_sizes,
            "still": images.still_sizes,
            "logo": images.logo_sizes,
        }
        widths: dict[str, Json] = {
            kind: [int(name[1:]) for name in names if name[:1] == "w" and name[1:].isdecimal()]
            for kind, names in sizes.items()
        }
        return {"base": images.secure_base_url, "widths": widths}


def _titles(answer: shapes.Page[shapes.Item], kind: Kind) -> FoundPage:
    return FoundPage(
        mapping.titles(answer.results, kind), pages=min(answer.total_pages, MOST_PAGES), total=answer.total_results
    )


def _hit(item: shapes.Hit, kind: str) -> FoundTitle | FoundPerson | None:
    """Only a multi search says what its items are."""
    match item.media_type if kind == "all" else kind:
        case "person":
            return mapping.person(item)
        case "movie" | "tv" as what:
            return mapping.title(item, "movie" if what == "movie" else "tv")
        case _:
            return None


def _discover_params(kind: Kind, filters: Filters, locale: Locale) -> dict[str, Scalar]:
    day = _DAYS[kind]
    votes = filters.votes_from
    if filters.sort == "rating" and votes is None:
        votes = _FEWEST_VOTES
    params: dict[str, Scalar] = {
        "language": locale.language,
        "include_adult": False,
        "sort_by": _SORTS[filters.sort].format(day=day, name=_NAMES[kind]),
        "with_genres": filters.genre,
        f"{day}.gte": f"{filters.year_from}-01-01" if filters.year_from else None,
        f"{day}.lte": f"{filters.year_to}-12-31" if filters.year_to else None,
        "with_runtime.gte": filters.runtime_from,
        "with_runtime.lte": filters.runtime_to,
        "vote_average.gte": filters.rating_from,
        "vote_average.lte": filters.rating_to,
        "vote_count.gte": votes,
        "with_original_language": filters.original_language,
        "with_watch_providers": filters.provider,
        "watch_region": locale.region if filters.provider else None,
    }
    if filters.certification and kind == "movie":  # shows cannot be filtered by it
        params |= {"certification_country": locale.region, "certification": filters.certification}
    return params
