"""A real browser before the real program."""
