"""The settings of one installation, typed: environment variables, else `matinee.toml` in the data directory.

Every mistake is reported at once (`SettingsError`), by name, with what would be right.
"""

import os
import re
from difflib import get_close_matches
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from matinee.core.errors import MatineeError

PREFIX = "MATINEE_"
ORIGIN = re.compile(r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?")
"""A page's origin as browsers write it in the Origin header."""
KEY_TEXT = re.compile(r"[A-Za-z0-9_-]{43}=?")
"""How 32 bytes are written in urlsafe base64."""


class SettingsError(MatineeError):
    """The settings are wrong; the message lists every mistake."""

    status = 500
    title = "The settings are wrong"


def _http_address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("should be an address that begins with http:// or https://")
    return value.rstrip("/")


def _database_url(value: str) -> str:
    if value and not value.startswith(("postgres://", "postgresql://", "sqlite://")):
        raise ValueError("should begin with postgresql:// or sqlite://, or be empty for SQLite in the data directory")
    return value


def _comma_list(value: object) -> object:
    """`a, b` from the environment and `["a", "b"]` from the file mean the same."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _keys(value: SecretStr) -> SecretStr:
    for number, key in enumerate(value.get_secret_value().split(","), start=1):
        if value.get_secret_value() and not KEY_TEXT.fullmatch(key.strip()):
            raise ValueError(f"key {number} should be 32 random bytes in urlsafe base64 (44 characters)")
    return value


def _networks(values: list[str]) -> list[str]:
    for value in values:
        try:
            ip_network(value)
        except ValueError:
            raise ValueError(f"{value} should be an IP address, or a network such as 10.0.0.0/8") from None
    return values


def _origins(values: list[str]) -> list[str]:
    for value in values:
        if not ORIGIN.fullmatch(value):
            raise ValueError(f"{value} should be an origin in small letters, without a path: https://app.example")
    return values


HttpAddress = Annotated[str, AfterValidator(_http_address)]
CommaList = Annotated[list[str], NoDecode, BeforeValidator(_comma_list)]


class Settings(BaseSettings):
    """One field per `MATINEE_…` variable; the description is what the reference page prints."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid")

    data_dir: Path = Field(Path("data"), description="Folder for the database, images and logs.")
    host: str = Field("127.0.0.1", description="Address to listen on; 0.0.0.0 for every interface.")
    port: int = Field(8484, ge=1, le=65535, description="Port to listen on.")
    allowed_hosts: CommaList = Field(
        default_factory=list, description="Host names to answer to besides localhost and HOST; * for any."
    )
    trusted_proxies: Annotated[CommaList, AfterValidator(_networks)] = Field(
        default_factory=list,
        description="Addresses and networks of proxies whose X-Forwarded-For, -Proto and -Host are believed.",
    )
    cors_origins: Annotated[CommaList, AfterValidator(_origins)] = Field(
        default_factory=list, description="Origins such as https://app.example whose pages may use the API with tokens."
    )
    database_url: Annotated[str, AfterValidator(_database_url)] = Field(
        "", description="postgresql://user:password@host:5432/name; empty for SQLite in DATA_DIR."
    )
    secret_key: SecretStr = Field(
        SecretStr(""), description="Key that signs sessions, the same on every machine; empty: made once in DATA_DIR."
    )
    secrets_key: Annotated[SecretStr, AfterValidator(_keys)] = Field(
        SecretStr(""),
        description="Keys that encrypt stored secrets, the first one anew: 32 bytes each in urlsafe base64; "
        "the same on every machine; empty: made once in DATA_DIR.",
    )
    redis_url: str = Field(
        "", description="redis://host:6379/0 for the queue and rate limits of many machines; empty for none."
    )
    language: str = Field(
        "en", pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$", description="Language of titles when none is asked for."
    )
    region: str = Field("US", pattern=r"^[A-Z]{2}$", description="Region of releases, ratings and watch providers.")
    starter: bool = Field(True, description="Whether the first start stores the starter catalogue of films and shows.")
    tmdb_key: SecretStr = Field(
        SecretStr(""), description="TMDB API key (v3) or read access token (v4); empty for none."
    )
    tmdb_url: HttpAddress = Field("https://api.themoviedb.org/3", description="Address of TMDB's API, or of a mirror.")
    tmdb_image_url: HttpAddress = Field(
        "https://image.tmdb.org/t/p", description="Address of TMDB's images, or of a mirror."
    )
    tmdb_rate: float = Field(40, gt=0, le=1000, description="Most requests a second to TMDB.")
    trakt_url: HttpAddress = Field("https://api.trakt.tv", description="Address of Trakt's API, or of its sandbox.")
    trakt_rate: float = Field(
        3, gt=0, le=1000, description="Most requests a second to Trakt; a third of it for what changes something there."
    )
    private_hosts: CommaList = Field(
        default_factory=list,
        description="Private or loopback hosts that outgoing calls may reach, as host or host:port (a mirror at home).",
    )
    http_timeout: float = Field(10, gt=0, le=120, description="Seconds an outgoing call in the background may take.")
    http_visitor_timeout: float = Field(2, gt=0, le=30, description="Seconds a visitor waits for an outside service.")
    breaker_failures: int = Field(5, ge=1, description="Failures in a row that open a service's circuit breaker.")
    breaker_pause: float = Field(30, gt=0, description="Seconds an open breaker waits before it lets one call through.")
    web_processes: int = Field(1, ge=1, le=64, description="Web processes to run.")
    web_threads: int = Field(4, ge=1, le=64, description="Threads per web process that run requests.")
    request_timeout: float = Field(30, gt=0, description="Seconds a request waits for a free thread, then 503.")
    body_timeout: float = Field(30, gt=0, description="Seconds a request's body may take to come, then 408.")
    rate_limit: int = Field(
        1200,
        ge=0,
        description="Most requests a minute by one address, token or session, besides ready answers; 0: any.",
    )
    live_connections: int = Field(2000, ge=0, le=20_000, description="Most live connections per web process; 0: none.")
    hall_bytes: int = Field(64 * 2**20, ge=0, description="Most bytes of ready answers kept per web process.")
    image_bytes: int = Field(2 * 2**30, ge=2**20, description="Most bytes of image files kept on disk.")
    metrics_token: SecretStr = Field(SecretStr(""), description="Bearer token that may read /metrics; empty: nobody.")
    log_level: str = Field("info", pattern="^(debug|info|warning|error)$", description="Least level that is logged.")
    log_format: str = Field("console", pattern="^(console|json)$", description="Log lines for people or for machines.")

    @field_validator("tmdb_key")
    @classmethod
    def _a_key(cls, value: SecretStr) -> SecretStr:
        key = value.get_secret_value().strip()
        if not (key.isascii() and key.isprintable()) or " " in key:
            raise ValueError("should be the API key or the read access token as TMDB shows it, and nothing else")
        return SecretStr(key)

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the file; the file's place follows from the environment alone."""
        folder = Path(os.environ.get(f"{PREFIX}DATA_DIR", "data"))
        file = TomlConfigSettingsSource(settings_cls, toml_file=folder / "matinee.toml")
        return init_settings, env_settings, file


def load() -> Settings:
    """Read the settings anew. Raises SettingsError naming every wrong value and every unknown name."""
    try:
        settings = Settings()
    except ValidationError as error:
        raise SettingsError(_explain(error)) from None
    except ValueError as error:  # the file is not TOML
        raise SettingsError(f"matinee.toml cannot be read: {error}") from None
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    if strangers := sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known):
        raise SettingsError("\n".join(f"{name}: {_unknown(name)}" for name in strangers))
    return settings


def _explain(error: ValidationError) -> str:
    lines = []
    for problem in error.errors(include_url=False, include_input=False):
        name = PREFIX + ".".join(str(part) for part in problem["loc"]).upper()
        is_unknown = problem["type"] == "extra_forbidden"
        lines.append(f"{name}: {_unknown(name) if is_unknown else problem['msg'].removeprefix('Value error, ')}")
    return "\n".join(lines)


def _unknown(name: str) -> str:
    nearest = get_close_matches(name.removeprefix(PREFIX).lower(), Settings.model_fields, n=1)
    cure = f"Is it {PREFIX}{nearest[0].upper()}?" if nearest else "docs/settings.md lists all."
    return f"There is no such setting. {cure}"


@cache
def current() -> Settings:
    """The settings of this process, read once."""
    return load()
