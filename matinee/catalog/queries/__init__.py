"""What can be asked of the catalogue. Reads only; each answers plain rows in the shapes of `schemas`."""

from matinee.catalog.queries.browsing import browse, genre_choices
from matinee.catalog.queries.cards import person_cards, title_cards
from matinee.catalog.queries.collections import collection_detail
from matinee.catalog.queries.connection import source_of_tmdb_key
from matinee.catalog.queries.finding import search_page, suggest
from matinee.catalog.queries.lists import genres, list_heading, lists, stored_list_page
from matinee.catalog.queries.naming import Named, titles_named
from matinee.catalog.queries.people import makers, people_page, person_detail
from matinee.catalog.queries.pictures import may_see_drawn, may_see_tmdb
from matinee.catalog.queries.seasons import episode_cards, episode_detail, season_detail
from matinee.catalog.queries.titles import parse_include, title_detail, title_page

__all__ = [
    "Named",
    "browse",
    "collection_detail",
    "episode_cards",
    "episode_detail",
    "genre_choices",
    "genres",
    "list_heading",
    "lists",
    "makers",
    "may_see_drawn",
    "may_see_tmdb",
    "parse_include",
    "people_page",
    "person_cards",
    "person_detail",
    "search_page",
    "season_detail",
    "source_of_tmdb_key",
    "stored_list_page",
    "suggest",
    "title_cards",
    "title_detail",
    "title_page",
    "titles_named",
]
