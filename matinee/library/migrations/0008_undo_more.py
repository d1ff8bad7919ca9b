from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0007_trakt")]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="undone_at",
            field=models.DateTimeField(help_text="When they took it back.", null=True),
        ),
        migrations.AddField(
            model_name="earlier",
            name="now",
            field=models.JSONField(help_text="What they were changed to; null: they were removed.", null=True),
        ),
    ]
