import re
import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


def carry_over(apps, _schema_editor):
    """Administrators stay such, addresses given by them count as verified, and names become one in any case."""
    User = apps.get_model("accounts", "User")
    EmailAddress = apps.get_model("account", "EmailAddress")
    User.objects.filter(is_admin=True).update(role="administrator")
    names, addresses = set(), set()
    for user in User.objects.order_by("created_at"):
        name, number = user.username, 1
        while name.lower() in names:
            number += 1
            name = f"{user.username[:60]}-{number}"
        names.add(name.lower())
        email = user.email.lower()
        User.objects.filter(pk=user.pk).update(username=name, email=email)
        if email and email not in addresses:
            addresses.add(email)
            EmailAddress.objects.create(user_id=user.pk, email=email, verified=True, primary=True)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_audit"),
        ("core", "0002_secrets"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("usersessions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                ("hash", models.CharField(max_length=64, unique=True)),
                ("scopes", models.JSONField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField(help_text="NULL: never.", null=True)),
                ("last_used_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="IdentityProvider",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("google", "Google"),
                            ("facebook", "Facebook"),
                            ("github", "Github"),
                            ("x", "X"),
                            ("oidc", "Oidc"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "slug",
                    models.CharField(
                        help_text="From the issuer, so another issuer is another one.", max_length=40, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=40)),
                ("issuer", models.URLField(blank=True, help_text="Of OpenID Connect; empty for the others.")),
                ("client_id", models.CharField(max_length=191)),
                ("is_active", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("hash", models.CharField(max_length=64, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[("administrator", "administrator"), ("member", "member"), ("guest", "guest")],
                        default="member",
                        max_length=16,
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, help_text="Whom it is for; empty: whoever has the code.", max_length=254
                    ),
                ),
                ("uses_left", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="RefreshToken",
            fields=[
                ("hash", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="SigningKey",
            fields=[
                ("kid", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="user",
            name="age_cap",
            field=models.PositiveSmallIntegerField(
                help_text="Titles for older people are not met; NULL for none.", null=True
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="display_name",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="user",
            name="language",
            field=models.CharField(
                blank=True, help_text="Like de or pt-BR; empty: what the browser asks for.", max_length=6
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="may_download",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="user",
            name="may_request",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="user",
            name="may_stream",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="user",
            name="may_upload",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="user",
            name="phone",
            field=models.CharField(blank=True, help_text="E.164, like +4930123456; empty for none.", max_length=16),
        ),
        migrations.AddField(
            model_name="user",
            name="phone_verified",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="user",
            name="picture",
            field=models.CharField(blank=True, help_text="Name of an uploaded image; empty for none.", max_length=64),
        ),
        migrations.AddField(
            model_name="user",
            name="preferences",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="user",
            name="quotas",
            field=models.JSONField(
                blank=True, default=dict, help_text="Name to number; a name that is missing is unlimited."
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="region",
            field=models.CharField(blank=True, max_length=2),
        ),
        migrations.AddField(
            model_name="user",
            name="role",
            field=models.CharField(
                choices=[("administrator", "administrator"), ("member", "member"), ("guest", "guest")],
                default="member",
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="theme",
            field=models.CharField(default="system", max_length=8),
        ),
        migrations.AddField(
            model_name="user",
            name="unrated",
            field=models.BooleanField(
                default=False, help_text="With an age cap: whether titles without a rating are met."
            ),
        ),
        migrations.AlterField(
            model_name="user",
            name="email",
            field=models.EmailField(
                blank=True, help_text="The primary one; allauth's EmailAddress has all of them.", max_length=254
            ),
        ),
        migrations.AlterField(
            model_name="user",
            name="username",
            field=models.CharField(
                max_length=64,
                unique=True,
                validators=[
                    django.core.validators.RegexValidator(
                        re.compile("\\A[a-zA-Z0-9](?:[a-zA-Z0-9._-]{0,62}[a-zA-Z0-9])?\\Z"),
                        "should be 1 to 64 letters a-z, digits, dots, dashes or underscores, beginning and ending with a letter or digit; the display name may be in any script",
                    )
                ],
            ),
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="user",
            name="is_admin",
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("username"), name="username_in_any_case"
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                models.F("phone"), condition=models.Q(("phone_verified", True)), name="verified_phone_once"
            ),
        ),
        migrations.AddField(
            model_name="apitoken",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="api_tokens", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="identityprovider",
            name="secret",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.secret"),
        ),
        migrations.AddField(
            model_name="invitation",
            name="made_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="refreshtoken",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="refresh_tokens",
                to="usersessions.usersession",
            ),
        ),
        migrations.AddField(
            model_name="signingkey",
            name="secret",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.secret"),
        ),
    ]
