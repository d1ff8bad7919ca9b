"""Bringing a library here from somewhere else, and taking it along."""
