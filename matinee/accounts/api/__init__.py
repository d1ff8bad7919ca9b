"""Accounts over HTTP: one router per noun. The flows of signing in are allauth's own addresses below /auth."""

from ninja import Router

from matinee.accounts.api import audit, invitations, me, people, policies, providers, setup, tokens

router = Router(by_alias=True)
for _nouns in (setup, me, tokens, people, invitations, policies, providers, audit):
    router.add_router("", _nouns.router)
