"""Health, measures, and what runs here."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pydantic import SecretStr
from pytest_django import DjangoAssertNumQueries

from matinee import __version__
from matinee.core.settings import Settings


def test_live_asks_nobody(client: Client) -> None:
    answer = client.get("/health/live")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_ready_when_the_database_is_up_to_date(client: Client) -> None:
    answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()) == (200, {"status": "ready", "troubles": []})


@pytest.mark.django_db
def test_ready_is_cheap(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(2):
        client.get("/health/ready")


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client: Client) -> None:
    MigrationRecorder(connection).migration_qs.filter(app="accounts", name="0001_initial").delete()
    answer = client.get("/health/ready")

    assert answer.status_code == 503
    assert answer.json()["troubles"] == ["The database lacks 1 migrations; run `matinee migrate`"]


@pytest.mark.parametrize("given", ["", "Bearer wrong", "Bearer ", "sesame-and-more", "Basic c2VzYW1l", "Bearer sésame"])
def test_measures_need_the_token(client: Client, settings_now: Settings, given: str) -> None:
    settings_now.metrics_token = SecretStr("sesame")
    answer = client.get("/metrics", headers={"Authorization": given})

    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"
    assert "sesame" not in answer.content.decode()


def test_without_a_token_nobody_may_read_them(client: Client) -> None:
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 403


def test_measures_are_prometheus_text(client: Client, settings_now: Settings) -> None:
    settings_now.metrics_token = SecretStr("sesame")
    answer = client.get("/metrics", headers={"Authorization": "Bearer sesame"})

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/plain")
    assert b"matinee_outside_calls_total" in answer.content


@pytest.mark.django_db
def test_about_tells_version_and_defaults(client: Client, settings_now: Settings) -> None:
    settings_now.region = "AT"
    about = client.get("/api/v1/about").json()

    assert about["version"] == __version__
    assert about["region"] == "AT"
    assert about["connected"] == []
