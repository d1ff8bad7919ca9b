"""Secrets at rest: only who has the key and the right row reads one."""

import base64
import os
import stat
import subprocess
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import SecretStr

from matinee.config.cli import cli
from matinee.core import keyring, secrets
from matinee.core.errors import NotFound
from matinee.core.models import Secret
from matinee.core.settings import Settings, SettingsError, load
from tests import databases

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings_now: Settings) -> Path:
    """A data directory of its own, so without keys."""
    settings_now.data_dir = tmp_path
    return tmp_path


def key() -> str:
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


def output_of(*arguments: str, **settings: str) -> str:
    """What another Python process on the same database writes."""
    command, environment = databases.python(*arguments), databases.environment(**settings)
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout


def ring() -> list[str]:
    """The ids of all keys, the sealing one first."""
    return [key.id for key in keyring.held()]


def an_hour_later(file: Path) -> None:
    """As if the file had been written longer ago than any transaction lasts."""
    past = time.time() - keyring.LONGEST_USE - 1
    os.utime(file, (past, past))


def test_what_is_kept_can_be_read_replaced_and_forgotten() -> None:
    secret = secrets.keep("swordfish", "mail")
    assert secrets.reveal(secret.id) == "swordfish"

    secrets.replace(secret.id, "schwertfisch ß")
    assert secrets.reveal(secret.id) == "schwertfisch ß"

    secrets.forget(secret.id)
    with pytest.raises(NotFound):
        secrets.reveal(secret.id)


def test_the_database_and_what_is_printed_do_not_show_it(folder: Path) -> None:
    secret = secrets.keep("swordfish", "mail")

    assert "swordfish" not in repr(vars(Secret.objects.get()))
    assert "swordfish" not in f"{secret} {secret!r}"
    assert (folder / keyring.FILE).read_text().strip() not in repr(keyring.held())


def test_the_key_file_is_its_owners_alone(folder: Path) -> None:
    secrets.keep("swordfish", "mail")

    assert stat.S_IMODE((folder / keyring.FILE).stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [keyring.FILE]


def test_the_same_value_is_never_sealed_alike() -> None:
    assert secrets.keep("swordfish", "mail").sealed != secrets.keep("swordfish", "mail").sealed


def test_a_value_copied_to_another_row_does_not_open() -> None:
    alice, bob = secrets.keep("alices", "token"), secrets.keep("bobs", "token")
    Secret.objects.filter(id=bob.id).update(sealed=alice.sealed)

    with pytest.raises(secrets.SecretsError, match="changed, or copied from elsewhere"):
        secrets.reveal(bob.id)


def test_a_value_does_not_open_for_another_purpose() -> None:
    secret = secrets.keep("alices", "token")
    Secret.objects.filter(id=secret.id).update(purpose="mail")

    with pytest.raises(secrets.SecretsError):
        secrets.reveal(secret.id)


@pytest.mark.parametrize("damage", ["1.", "2.abc.def", "1.{key}.", "1.{key}.!!", "1.{key}.AAAA", "nonsense", ""])
def test_a_damaged_value_is_told_in_a_sentence(damage: str) -> None:
    secret = secrets.keep("swordfish", "mail")
    Secret.objects.update(sealed=damage.format(key=keyring.held()[0].id))

    with pytest.raises(secrets.SecretsError, match=f"The secret {secret.id}"):
        secrets.reveal(secret.id)


def test_a_missing_key_is_told_by_its_name(folder: Path) -> None:
    secret = secrets.keep("swordfish", "mail")
    lost = keyring.held()[0].id
    (folder / keyring.FILE).unlink()

    with pytest.raises(secrets.KeyMissing, match=f"key {lost}, which is neither in MATINEE_SECRETS_KEY"):
        secrets.reveal(secret.id)


def test_a_key_file_that_is_none_is_told(folder: Path) -> None:
    (folder / keyring.FILE).write_text("sesame\n")

    with pytest.raises(secrets.SecretsError, match="no list of keys"):
        secrets.keep("swordfish", "mail")


def test_keys_of_the_settings_seal_and_what_the_file_sealed_stays_readable(settings_now: Settings) -> None:
    before = secrets.keep("from the file", "mail")
    first, second = key(), key()
    settings_now.secrets_key = SecretStr(f"{first}, {second}")

    secret = secrets.keep("from the settings", "mail")
    assert secret.sealed.startswith(keyring.prefix(keyring.Key(first)))
    assert secrets.reveal(before.id) == "from the file"

    settings_now.secrets_key = SecretStr(f"{second},{first}")
    assert secrets.rotate() == 2
    settings_now.secrets_key = SecretStr(second)
    assert [secrets.reveal(row.id) for row in (before, secret)] == ["from the file", "from the settings"]


def test_a_key_of_the_wrong_size_is_told_at_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATINEE_SECRETS_KEY", f"{key()},short")

    with pytest.raises(SettingsError, match="MATINEE_SECRETS_KEY: key 2 should be 32 random bytes") as caught:
        load()
    assert "short" not in caught.value.detail


def test_rotation_seals_every_row_with_a_new_key() -> None:
    kept = {secrets.keep(f"value {number}", "token").id: f"value {number}" for number in range(120)}
    old = keyring.held()[0].id

    assert secrets.rotate() == 120
    assert keyring.held()[0].id != old
    assert secrets.check() == secrets.Standing(120, {keyring.held()[0].id: 120}, [])
    assert {secret_id: secrets.reveal(secret_id) for secret_id in kept} == kept


def test_an_old_key_leaves_the_file_once_nothing_can_be_sealed_with_it(folder: Path) -> None:
    secrets.keep("swordfish", "mail")
    first = keyring.held()[0].id

    secrets.rotate()
    secrets.rotate()  # at once: somebody may still be about to commit what the first key sealed
    assert first in ring()

    an_hour_later(folder / keyring.FILE)
    secrets.rotate()
    assert first not in ring()
    assert len(ring()) == 2


def test_an_old_key_stays_in_the_file_while_a_row_needs_it(folder: Path) -> None:
    broken, needed = secrets.keep("broken", "token"), keyring.held()[0].id
    Secret.objects.filter(id=broken.id).update(purpose="mail")
    whole = secrets.keep("whole", "token")

    for _ in range(3):
        an_hour_later(folder / keyring.FILE)
        assert secrets.rotate() == 1  # and the broken one keeps no other from it

    assert needed in ring()
    Secret.objects.filter(id=broken.id).update(purpose="token")
    assert [secrets.reveal(row.id) for row in (broken, whole)] == ["broken", "whole"]


def test_commands_rotate_and_check_without_showing_anything() -> None:
    secret = secrets.keep("swordfish", "mail")

    rotated = CliRunner().invoke(cli, ["secrets", "rotate"])
    assert (rotated.exit_code, rotated.stdout) == (0, "1 secrets are encrypted anew.\n")
    checked = CliRunner().invoke(cli, ["secrets", "check"])
    assert (checked.exit_code, checked.stdout.splitlines()[-1]) == (
        0,
        "All 2 secrets can be decrypted.",
    )  # and the audit log's key

    Secret.objects.filter(id=secret.id).update(purpose="token")
    checked = CliRunner().invoke(cli, ["secrets", "check"])
    assert checked.exit_code == 1
    assert f"The secret {secret.id} (token)" in checked.stdout
    assert "swordfish" not in checked.stdout


def test_nothing_heavy_is_loaded_before_the_first_secret(folder: Path) -> None:
    program = "import sys, matinee.core.keyring; print([name for name in sys.modules if 'cryptography' in name])"

    assert output_of("-c", program) == "[]\n"


@pytest.mark.django_db(transaction=True)
def test_a_rotation_killed_at_any_line_leaves_everything_readable(folder: Path) -> None:
    kept = {secrets.keep(f"value {number}", "token").id: f"value {number}" for number in range(2)}
    said = output_of("-m", "tests.core.programs", "rotate-and-die", MATINEE_DATA_DIR=str(folder)).splitlines()

    assert int(said[-1]) > 20
    assert {secret_id: secrets.reveal(secret_id) for secret_id in kept} == kept
    secrets.rotate()
    assert set(secrets.check().by_key) == {keyring.held()[0].id}


@pytest.mark.django_db(transaction=True)
def test_a_running_process_meets_what_another_sealed_with_a_new_key(folder: Path) -> None:
    secret = secrets.keep("swordfish", "mail")
    assert secrets.reveal(secret.id) == "swordfish"  # the ring is read now

    output_of("-m", "matinee", "secrets", "rotate", MATINEE_DATA_DIR=str(folder))

    assert secrets.reveal(secret.id) == "swordfish"
    assert Secret.objects.get(id=secret.id).sealed.startswith(keyring.prefix(keyring.held()[0]))
