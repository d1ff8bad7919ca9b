"""The tokens of collections and lists get an index; they are found from when they are next stored."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0007_searchable_groups")]

    operations = [
        migrations.RemoveField(model_name="groupdocument", name="tokens"),
        migrations.AddField(
            model_name="groupdocument",
            name="renown",
            field=models.FloatField(null=True, help_text="That of its best known title; null when it holds none."),
        ),
        migrations.CreateModel(
            name="GroupToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.BinaryField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tokens",
                        to="catalog.groupdocument",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint("token", "document", name="a_token_once_per_group")],
            },
        ),
    ]
