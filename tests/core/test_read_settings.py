"""Settings: a name that is none is told, with the one that was probably meant."""

from pathlib import Path

import pytest

from matinee.core.settings import SettingsError, load


def test_an_unknown_name_in_the_environment_is_told_with_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATINEE_LANGAUGE", "de")
    monkeypatch.setenv("MATINEE_QQ", "1")

    with pytest.raises(SettingsError) as caught:
        load()

    assert caught.value.detail.splitlines() == [
        "MATINEE_LANGAUGE: There is no such setting. Is it MATINEE_LANGUAGE?",
        "MATINEE_QQ: There is no such setting. docs/settings.md lists all.",
    ]


def test_an_unknown_name_in_the_file_is_told_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "matinee.toml").write_text('langauge = "de"\n')
    monkeypatch.setenv("MATINEE_DATA_DIR", str(tmp_path))

    with pytest.raises(SettingsError, match=r"MATINEE_LANGAUGE: .* Is it MATINEE_LANGUAGE\?"):
        load()
