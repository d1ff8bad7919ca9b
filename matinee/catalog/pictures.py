"""The names of the pictures that a title's metadata has."""

from itertools import chain

from matinee.catalog.metadata import TitleMetadata


def of_gallery(metadata: TitleMetadata) -> set[str]:
    """Posters, backdrops and logos of a title."""
    kinds = (metadata.get("posters", []), metadata.get("backdrops", []), metadata.get("logos", []))
    return {picture["name"] for picture in chain(*kinds)}


def of_services(metadata: TitleMetadata) -> set[str]:
    """Logos of where a title can be watched."""
    return {logo for _, logo in metadata.get("watch_names", {}).values()}
