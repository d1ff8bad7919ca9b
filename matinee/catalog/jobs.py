"""The catalogue's work in the background."""

from matinee.catalog import actions
from matinee.core.jobs import job
from matinee.core.sweeps import sweep

job("catalog.refresh_answer")(actions.refresh_answer)
job("catalog.refresh_title")(actions.refresh_title)
job("catalog.refresh_season")(actions.refresh_season)
job("catalog.refresh_person")(actions.refresh_person)
job("catalog.refresh_collection")(actions.refresh_collection)

sweep(name="catalog.lists", pause=3600, at_start=True)(actions.refresh_lists)
sweep(name="catalog.titles", pause=5400, lease=300, at_start=True)(actions.sync_titles)
sweep(name="catalog.seasons", pause=1, idle_pause=60)(actions.complete_next_season)
