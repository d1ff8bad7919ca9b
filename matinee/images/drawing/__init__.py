"""Posters, backdrops and profile cards drawn by the program: typographic, and always the same for the same subject."""

from matinee.images.drawing.artist import backdrop, poster, profile
from matinee.images.drawing.subject import Subject

__all__ = ["Subject", "backdrop", "poster", "profile"]
