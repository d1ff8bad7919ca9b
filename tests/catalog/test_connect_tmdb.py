"""Either kind of TMDB key works, and a wrong one is told as such."""

import pytest
from pydantic import SecretStr, ValidationError

from matinee.catalog import providers
from matinee.catalog.providers.base import FullProvider
from matinee.core.errors import ServiceRefused
from matinee.core.language import Locale
from matinee.core.settings import Settings
from tests.catalog.lines import hang_up
from tests.tmdb_replay import V3_KEY, V4_TOKEN, TmdbReplay

HERE = Locale("en", "US")


def with_key(settings: Settings, key: str) -> FullProvider:
    settings.tmdb_key = SecretStr(key)
    hang_up()
    found = providers.connected()
    assert found is not None
    return found


def test_a_v3_key_goes_into_the_query(tmdb: TmdbReplay, settings_now: Settings) -> None:
    with_key(settings_now, V3_KEY).list_page("movies-popular", 1, HERE, wait=5)
    assert tmdb.calls[0].query["api_key"] == V3_KEY
    assert "authorization" not in tmdb.calls[0].headers


@pytest.mark.parametrize("token", [V4_TOKEN, f"  {V4_TOKEN}\n"])
def test_a_v4_token_goes_into_a_header_with_or_without_white_space(
    tmdb: TmdbReplay, settings_now: Settings, token: str
) -> None:
    with_key(settings_now, token).list_page("movies-popular", 1, HERE, wait=5)
    assert tmdb.calls[0].headers["authorization"] == f"Bearer {V4_TOKEN}"
    assert "api_key" not in tmdb.calls[0].query


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("key", ["ffffffffffffffffffffffffffffffff", "not a key"])
def test_a_wrong_key_is_refused_with_tmdbs_own_number(live_tmdb: TmdbReplay, settings_now: Settings, key: str) -> None:
    with pytest.raises(ServiceRefused, match=r"TMDB refused the key \(401, code 7\)"):
        with_key(settings_now, key).list_page("movies-popular", 1, HERE, wait=5)


@pytest.mark.django_db
def test_without_a_key_nothing_is_connected(settings_now: Settings) -> None:
    settings_now.tmdb_key = SecretStr("")
    assert providers.connected() is None


@pytest.mark.parametrize("key", ["Schlüssel", "two words", "a\nb"])
def test_what_cannot_be_a_key_is_a_mistake_in_the_settings(key: str) -> None:
    with pytest.raises(ValidationError, match="tmdb_key"):
        Settings(tmdb_key=SecretStr(key))
