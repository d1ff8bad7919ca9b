"""Matinee: a self-hosted home for films and television."""

__version__ = "0.1.0"
