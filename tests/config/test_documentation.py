"""What the documents say is so."""

import re
import tomllib
from pathlib import Path

import click
import orjson
import pytest
from packaging.requirements import Requirement

from matinee.config.cli import cli
from matinee.core.settings import PREFIX, Settings
from tests.databases import REPOSITORY

DOCUMENTS = sorted([*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")])
TARGETS = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(), re.MULTILINE))
PINS = sorted((REPOSITORY / "requirements").glob("*.txt"))

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(REPOSITORY)))
each_pin_file = pytest.mark.parametrize("pins", PINS, ids=lambda path: path.name)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_reference_has_every_setting_with_its_default(name: str) -> None:
    row = re.search(
        rf"^\| `{PREFIX}{name.upper()}` \| (.*?) \|", _text(REPOSITORY / "docs" / "settings.md"), re.MULTILINE
    )
    assert row, f"docs/settings.md says nothing of {PREFIX}{name.upper()}"

    default = Settings.model_fields[name].get_default(call_default_factory=True)
    shown = default.get_secret_value() if hasattr(default, "get_secret_value") else default
    assert row[1].lower().startswith(f"`{shown}`".lower()) if shown else not row[1].startswith("`")


@each_document
def test_a_document_names_only_settings_that_exist(document: Path) -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}

    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+[A-Z]\b", _text(document))) <= known


@each_document
def test_a_document_names_only_make_targets_that_exist(document: Path) -> None:
    assert set(re.findall(r"(?:^|`|[A-Z]\S+ )make ([a-z]+)", _text(document), re.MULTILINE)) <= TARGETS


@each_document
def test_a_document_names_only_commands_that_exist(document: Path) -> None:
    for line in re.findall(r"(?:^|`|bin/)matinee ([a-z][a-z -]*)", _text(document), re.MULTILINE):
        _assert_command(line.split())


@each_document
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", _text(document)):
        if not target.startswith(("http:", "https:")):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_every_decision_is_in_their_list() -> None:
    folder = REPOSITORY / "docs" / "decisions"

    assert set(re.findall(r"\]\((.*?)\)", _text(folder / "README.md"))) == {
        page.name for page in folder.glob("*.md") if page.name != "README.md"
    }


@each_pin_file
def test_every_pin_has_hashes_and_no_address(pins: Path) -> None:
    lines = [line for line in pins.read_text().splitlines() if not line.lstrip().startswith("#")]

    assert not [line for line in lines if "://" in line or "index" in line]
    names = [number for number, line in enumerate(lines) if "==" in line]
    assert names
    assert all("--hash=sha256:" in lines[number + 1] for number in names)


def test_pins_are_of_versions_that_the_project_asks_for() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    groups = project["dependency-groups"]

    _assert_pinned(project["project"]["dependencies"], "run.txt")
    _assert_pinned(groups["build"], "build.txt")
    _assert_pinned([line for line in groups["dev"] if isinstance(line, str)], "dev.txt")


def test_the_npm_lock_has_hashes_and_no_address() -> None:
    lock = orjson.loads((REPOSITORY / "web" / "package-lock.json").read_bytes())
    packages = {name: package for name, package in lock["packages"].items() if name}

    assert packages
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert not [
        name for name, package in packages.items() if "integrity" not in package and not package.get("inBundle")
    ]


def _text(document: Path) -> str:
    return document.read_text("utf-8")


def _assert_command(words: list[str]) -> None:
    command: click.Command = cli
    for word in words:
        if not isinstance(command, click.Group):
            return  # the rest are its arguments, or prose
        assert word in command.commands, f"there is no `matinee {' '.join(words)}`"
        command = command.commands[word]


def _assert_pinned(wanted: list[str], pins: str) -> None:
    pinned = dict(
        re.findall(r"^([a-z0-9-]+)==([^ ;]+)", (REPOSITORY / "requirements" / pins).read_text(), re.MULTILINE)
    )
    for line in wanted:
        requirement = Requirement(line)
        assert pinned[requirement.name] in requirement.specifier, f"{line}: run `make requirements`"
