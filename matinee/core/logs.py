"""Log lines, for people or for machines: each with the correlation id, none with a secret."""

import logging
import re
import sys
from collections.abc import Mapping
from typing import cast

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from matinee.core.correlation import correlation_id
from matinee.core.settings import Settings

HIDDEN = "[hidden]"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # a terminal would obey them; an address may hold any
_SENSITIVE = r"(?:api[_-]?key|apikey|access[_-]?token|refresh[_-]?token|token|password|passwd|secret|session_id)"
_SENSITIVE_FIELD = re.compile(rf"(?i)^(?:{_SENSITIVE}|authorization|proxy-authorization|cookie|set-cookie)$")
_SECRETS_IN_TEXT = (
    (re.compile(rf"(?i)\b({_SENSITIVE})=[^&\s\"'<>]+"), rf"\1={HIDDEN}"),  # a query string
    (re.compile(r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{6,}"), rf"\1 {HIDDEN}"),  # a header's value
    (re.compile(rf"(?i)([\"'](?:{_SENSITIVE}|authorization)[\"']\s*:\s*[\"'])[^\"']+"), rf"\1{HIDDEN}"),  # a mapping
    (re.compile(r"(/calendar/)[^/\s\"'<>]+"), rf"\1{HIDDEN}"),  # an address that is itself a secret
    (re.compile(r"(/shared/\w+/)[\w-]+"), rf"\1{HIDDEN}"),  # an address that is known to whom it was given
    (re.compile(r"(://[^/\s:@]*:)[^/\s@]+@"), rf"\1{HIDDEN}@"),  # an address with a password
)


def redact(text: str) -> str:
    """The text without keys, tokens and passwords."""
    for pattern, replacement in _SECRETS_IN_TEXT:
        text = pattern.sub(replacement, text)
    return text


def configure(settings: Settings) -> None:
    """Send our lines and those of every library to standard error, in one format."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    last: Processor = (
        structlog.processors.JSONRenderer(sort_keys=True)
        if settings.log_format == "json"
        # Plain tracebacks: the default shows local variables, and some of those are secrets.
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    structlog.configure(
        processors=[*_shared(), last],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *_shared()],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for chatty in ("httpx", "httpcore", "huey", "asyncio"):
        logging.getLogger(chatty).setLevel(max(level, logging.WARNING))


def _shared() -> list[Processor]:
    # Tracebacks become text before the redaction, which then sees every word of a line.
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _add_correlation,
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        _redact_event,
    ]


def _add_correlation(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    if identity := correlation_id():
        event.setdefault("correlation_id", identity)
    return event


def _redact_event(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    return cast("EventDict", {name: _redacted(name, value) for name, value in event.items()})


def _redacted(name: str, value: object) -> object:
    if _SENSITIVE_FIELD.match(name):
        return HIDDEN
    if isinstance(value, str):
        return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", redact(value))
    if isinstance(value, Mapping):
        return {key: _redacted(str(key), inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_redacted("", inner) for inner in value]
    return value
