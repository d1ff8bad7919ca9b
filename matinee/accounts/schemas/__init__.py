"""Shapes of what is asked of accounts, and of what it answers."""
