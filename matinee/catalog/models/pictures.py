"""Which titles an outside picture shows, so that one who does not meet a title does not meet its pictures."""

from django.db import models

from matinee.catalog.models.titles import Title


class TitlePicture(models.Model):
    """A picture's name and a title whose page, seasons, episodes or collection show it.

    Without a title: it shows none, but a guest of an episode or the logo of a service. People's own portraits are in
    their rows.
    """

    name = models.CharField(max_length=120)
    title = models.ForeignKey(Title, models.CASCADE, null=True, related_name="pictures")

    class Meta:
        constraints = [
            models.UniqueConstraint("name", "title", name="a_picture_once_per_title"),
            models.UniqueConstraint("name", name="a_picture_of_no_title_once", condition=models.Q(title=None)),
        ]

    def __str__(self) -> str:
        return self.name
