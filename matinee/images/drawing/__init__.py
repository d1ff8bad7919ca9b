"""Posters, backdrops and profile cards drawn by the program: typographic, and always the same for the same subject."""

from matinee.images.drawing.artist import backdrop, poster, profile
from matinee.images.drawing.subject import VERSION, Subject

__all__ = ["VERSION", "Subject", "backdrop", "poster", "profile"]
