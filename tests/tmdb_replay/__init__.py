"""A stand-in for TMDB v3 on loopback: real HTTP, as strict as the real one, failing on request.

By hand: `python -m tests.tmdb_replay --port 8485`, then start Matinee with the settings that it prints.
"""

from tests.tmdb_replay.server import V3_KEY, V4_TOKEN, Call, TmdbReplay

__all__ = ["V3_KEY", "V4_TOKEN", "Call", "TmdbReplay"]
