"""Outages of the outside services that this installation is connected to, as events for whoever wants to be told.

What a call saw is published from wherever it was made, at once and as often as it changes (`core.http.status`). That is
for showing, not for telling: a sweep makes of it what a person would call an outage, and its end.
"""
