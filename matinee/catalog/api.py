"""The catalogue over HTTP. Each view parses, makes sure that we know enough, asks one question, shows the outcome."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from matinee.catalog import actions, links, queries
from matinee.catalog.events import PROVIDER
from matinee.catalog.freshness import Freshness
from matinee.catalog.named_lists import LIST_NAMES, NAMED_LISTS
from matinee.catalog.providers.base import Kind
from matinee.catalog.schemas.asked import (
    DetailQuery,
    DiscoverQuery,
    ListsQuery,
    LocaleQuery,
    PageQuery,
    ResolveQuery,
    SearchQuery,
    SuggestQuery,
    TrendingQuery,
)
from matinee.catalog.schemas.found import Resolved, SearchPage, Suggestions
from matinee.catalog.schemas.told import (
    CollectionDetail,
    EpisodeDetail,
    GenreItem,
    ListDetail,
    ListIndex,
    PersonDetail,
    PersonPage,
    SeasonDetail,
    TitleDetail,
    TitlePage,
)
from matinee.core.access import viewer, visitors
from matinee.core.answers import keepable
from matinee.core.errors import BadInput
from matinee.core.language import Locale, choose

BROWSER = 30  # seconds a browser may show an answer unasked; it cannot be told of a change
HALL = 300  # seconds for the front hall, which can
PASSING = 5  # seconds for what is older than it should be, and about to be refreshed

router = Router(by_alias=True, auth=visitors)


def _locale(request: HttpRequest, query: LocaleQuery) -> Locale:
    """The request's locale, after a look at its whole query: a misspelt filter must not be silently ignored."""
    known = {field.alias or name for name, field in type(query).model_fields.items()}
    if unknown := sorted(set(request.GET) - known):
        raise BadInput.at(unknown[0], f"is not asked for here; there are {', '.join(sorted(known))}")
    return choose(query.language, query.region, request.headers.get("Accept-Language", ""))


def _show(request: HttpRequest, body: dict[str, Any], freshness: Freshness, tags: Iterable[str]) -> HttpResponse:
    passing = freshness.is_stale or freshness.notice
    return keepable(
        body | freshness.shown(),
        fresh=0 if passing else BROWSER,
        shared=PASSING if passing else HALL,
        tags=_all_tags(request, tags),
    )


def _all_tags(request: HttpRequest, tags: Iterable[str]) -> list[str]:
    """What was chosen for an age is outdated when any title's rating changes, and everything with the provider."""
    return [*tags, PROVIDER, *(["ages"] if viewer(request).age_cap is not None else [])]


def _title_routes(kind: Kind, noun: str) -> Router:
    """The addresses that films and shows share."""
    routes = Router(tags=[noun], by_alias=True, auth=visitors)

    @routes.get("", response=TitlePage, operation_id=f"browse_{noun}", summary="Browse by filters")
    def browse(request: HttpRequest, query: Query[DiscoverQuery]) -> HttpResponse:
        locale, who = _locale(request, query), viewer(request)
        found = actions.browse(kind, query.filters(), query.page, locale, who)
        return _show(request, queries.title_page(found, locale, who), found.freshness, [f"browse:{kind}"])

    @routes.get("/trending", response=TitlePage, operation_id=f"trending_{noun}", summary="Trending today or this week")
    def trending(request: HttpRequest, query: Query[TrendingQuery]) -> HttpResponse:
        return _list_page(request, f"{noun}-trending-{query.window}", query)

    for name in LIST_NAMES[kind]:
        _add_list(routes, noun, name)

    @routes.get("/{ref}", response=TitleDetail, operation_id=f"show_{noun}", summary="A title's own page")
    def show(request: HttpRequest, ref: str, query: Query[DetailQuery]) -> HttpResponse:
        locale, who, include = _locale(request, query), viewer(request), queries.parse_include(query.include)
        opened = actions.open_title(kind, ref, who)
        return _show(
            request, queries.title_detail(opened.row, locale, include, who), opened.freshness, [f"title:{opened.id}"]
        )

    return routes


def _add_list(routes: Router, noun: str, name: str) -> None:
    @routes.get(
        f"/{name}",
        response=TitlePage,
        operation_id=f"{name}_{noun}".replace("-", "_"),
        summary=NAMED_LISTS[f"{noun}-{name}"].names["en"],
    )
    def show(request: HttpRequest, query: Query[PageQuery]) -> HttpResponse:
        return _list_page(request, f"{noun}-{name}", query)


def _list_page(request: HttpRequest, slug: str, query: PageQuery) -> HttpResponse:
    locale, who = _locale(request, query), viewer(request)
    found = actions.open_list(slug, query.page, locale, who)
    return _show(request, queries.title_page(found, locale, who), found.freshness, [f"list:{slug}"])


router.add_router("/movies", _title_routes("movie", "movies"))
router.add_router("/tv", _title_routes("tv", "tv"))


@router.get("/tv/{ref}/seasons/{number}", response=SeasonDetail, tags=["tv"], summary="A season with its episodes")
def show_season(request: HttpRequest, ref: str, number: int, query: Query[LocaleQuery]) -> HttpResponse:
    locale = _locale(request, query)
    opened = actions.open_season(ref, number, locale, viewer(request))
    return _show(request, queries.season_detail(opened.row, locale), opened.freshness, [f"season:{opened.id}"])


@router.get(
    "/tv/{ref}/seasons/{number}/episodes/{episode}", response=EpisodeDetail, tags=["tv"], summary="One episode's page"
)
def show_episode(request: HttpRequest, ref: str, number: int, episode: int, query: Query[LocaleQuery]) -> HttpResponse:
    locale = _locale(request, query)
    opened = actions.open_season(ref, number, locale, viewer(request))
    body = queries.episode_detail(opened.row, episode, locale)
    return _show(request, body, opened.freshness, [f"season:{opened.id}"])


@router.get("/people/popular", response=PersonPage, tags=["people"], summary="Popular people")
def popular_people(request: HttpRequest, query: Query[PageQuery]) -> HttpResponse:
    locale, who = _locale(request, query), viewer(request)
    found = actions.open_popular_people(query.page, locale, who)
    return _show(request, queries.people_page(found, locale, who), found.freshness, ["people:popular"])


@router.get("/people/{ref}", response=PersonDetail, tags=["people"], summary="A person with their filmography")
def show_person(request: HttpRequest, ref: str, query: Query[LocaleQuery]) -> HttpResponse:
    locale = _locale(request, query)
    opened = actions.open_person(ref)
    return _show(
        request, queries.person_detail(opened.row, locale, viewer(request)), opened.freshness, [f"person:{opened.id}"]
    )


@router.get("/genres", response=list[GenreItem], tags=["catalog"], summary="All genres")
def list_genres(request: HttpRequest, query: Query[LocaleQuery]) -> HttpResponse:
    locale = _locale(request, query)
    actions.ensure_genre_names(locale)
    return keepable(queries.genres(locale), fresh=BROWSER, shared=HALL, tags=["genres", PROVIDER])


@router.get("/collections/{ref}", response=CollectionDetail, tags=["catalog"], summary="A collection with its parts")
def show_collection(request: HttpRequest, ref: str, query: Query[LocaleQuery]) -> HttpResponse:
    locale, who = _locale(request, query), viewer(request)
    opened = actions.open_collection(ref, who)
    return _show(
        request, queries.collection_detail(opened.row, locale, who), opened.freshness, [f"collection:{opened.id}"]
    )


@router.get("/lists", response=ListIndex, tags=["lists"], summary="All lists, with their first entries if asked")
def list_lists(request: HttpRequest, query: Query[ListsQuery]) -> HttpResponse:
    locale = _locale(request, query)
    index = queries.lists(locale, viewer(request), preview=query.preview)
    return _show(request, {"items": index.items}, index.freshness, ["lists"])


@router.get("/lists/{slug}", response=ListDetail, tags=["lists"], summary="One list, a page of it")
def show_list(request: HttpRequest, slug: str, query: Query[PageQuery]) -> HttpResponse:
    locale, who = _locale(request, query), viewer(request)
    found = actions.open_list(slug, query.page, locale, who)
    body = queries.list_heading(slug, locale, who) | queries.title_page(found, locale, who)
    return _show(request, body, found.freshness, [f"list:{slug}"])


@router.get("/search", response=SearchPage, tags=["search"], summary="Find titles, people, collections, lists")
def search(request: HttpRequest, query: Query[SearchQuery]) -> HttpResponse:
    locale, who = _locale(request, query), viewer(request)
    found = actions.search(query.q, query.kind, query.page, locale, who)
    return _show(request, queries.search_page(found, locale, who), found.freshness, ["search"])


@router.get("/search/suggest", response=Suggestions, tags=["search"], summary="While typing")
def suggest(request: HttpRequest, query: Query[SuggestQuery]) -> HttpResponse:
    locale = _locale(request, query)
    items = queries.suggest(query.q, locale, viewer(request), titles_only=query.kind == "title")
    return keepable({"items": items}, fresh=BROWSER, shared=HALL, tags=_all_tags(request, ["search"]))


@router.get("/resolve", response=Resolved, tags=["search"], summary="What a link, here or elsewhere, leads to")
def resolve(request: HttpRequest, query: Query[ResolveQuery]) -> actions.Resolved:
    return actions.resolve(links.parse(query.url, request.get_host()), viewer(request))
