from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("library", "0008_undo_more")]

    operations = [
        migrations.AddField(
            model_name="importrow",
            name="untaken",
            field=models.JSONField(default=list, help_text="What of it is not taken: pairs of a `Fact` and why not."),
        ),
        migrations.AddField(
            model_name="importrow",
            name="in_part",
            field=models.BooleanField(default=False, help_text="There is such."),
        ),
        migrations.AlterField(
            model_name="importrow",
            name="body",
            field=models.JSONField(
                help_text="As `transfer.formats.plain` writes it; of one that is not readable its name."
            ),
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index("run", "outcome", condition=Q(in_part=True), name="import_row_in_part"),
        ),
    ]
