from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_people_and_credentials")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="watches_together",
            field=models.BooleanField(
                default=True, help_text="Others here may look for what to watch together with them."
            ),
        ),
    ]
