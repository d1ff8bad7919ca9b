import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0008_tokens_of_groups"),
        ("library", "0004_watchlists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(help_text="Markdown, with ||spoilers||.")),
                ("spoiler", models.BooleanField(help_text="All of it gives something away.")),
                ("helpful", models.PositiveIntegerField(default=0, help_text="How many found it so.")),
                ("created_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                ("hidden_at", models.DateTimeField(null=True)),
                ("hidden_because", models.CharField(blank=True, max_length=500)),
                (
                    "title",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="catalog.title"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HelpfulMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="library.review",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(
                models.F("title"),
                models.OrderBy(models.F("created_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("removed_at", None)),
                name="review_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(
                models.F("title"),
                models.OrderBy(models.F("helpful"), descending=True),
                models.OrderBy(models.F("created_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("removed_at", None)),
                name="review_most_helpful",
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(
                models.F("user"),
                models.OrderBy(models.F("created_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("removed_at", None)),
                name="review_of_person",
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(
                models.F("removed_at"), condition=models.Q(("removed_at__isnull", False)), name="review_removed"
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(models.F("user"), models.F("title"), name="one_review_per_title"),
        ),
        migrations.AddConstraint(
            model_name="helpfulmark",
            constraint=models.UniqueConstraint(models.F("review"), models.F("user"), name="helpful_once"),
        ),
    ]
