"""Collections and lists can be searched, titles be found by their ids at TheTVDB and Wikidata."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


def _group(model: str) -> "models.OneToOneField[models.Model, models.Model]":
    return models.OneToOneField(
        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="search_document", to=f"catalog.{model}"
    )


class Migration(migrations.Migration):
    dependencies = [("catalog", "0006_age_caps_of_stored_titles")]

    operations = [
        migrations.AddIndex(
            model_name="title",
            index=models.Index("tvdb_id", condition=Q(tvdb_id__isnull=False), name="title_by_tvdb_id"),
        ),
        migrations.AddIndex(
            model_name="title",
            index=models.Index("wikidata_id", condition=Q(wikidata_id__isnull=False), name="title_by_wikidata_id"),
        ),
        migrations.CreateModel(
            name="GroupDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("collection", _group("collection")),
                ("list", _group("medialist")),
                ("names", models.TextField(help_text="As in SearchDocument.")),
                (
                    "tokens",
                    models.TextField(
                        help_text="As in SearchDocument, with a space before the first and after the last too."
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(collection=None, list__isnull=False) | Q(collection__isnull=False, list=None),
                        name="a_document_of_one_group",
                    )
                ],
            },
        ),
    ]
