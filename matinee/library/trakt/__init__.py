"""Trakt: what it is asked, what it answers, and how two sides are made one. No table is changed here."""
