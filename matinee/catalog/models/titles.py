"""Titles, and what belongs to one: seasons, episodes, genres, translations, neighbours."""

from django.db import models
from django.db.models import F, Q


class TitleKind(models.TextChoices):
    """Films and shows are one table; this tells them apart."""

    MOVIE = "movie"
    TV = "tv"


class Completeness(models.TextChoices):
    """Partial rows came from a list, complete ones from the title's own page at the provider."""

    PARTIAL = "partial"
    COMPLETE = "complete"


class Collection(models.Model):
    """Films that belong together, such as a series of sequels."""

    tmdb_id = models.PositiveIntegerField(null=True, unique=True)
    starter_key = models.CharField(max_length=120, null=True, unique=True)
    name = models.CharField(max_length=300)
    overview = models.TextField(blank=True)
    poster = models.CharField(max_length=120, blank=True)
    backdrop = models.CharField(max_length=120, blank=True)
    completeness = models.CharField(max_length=8, choices=Completeness, default=Completeness.PARTIAL)
    fetched_at = models.DateTimeField(null=True)
    translations = models.JSONField(default=dict, help_text='{"de": {"title": …, "overview": …}}')

    def __str__(self) -> str:
        return self.name


class Genre(models.Model):
    """One genre; TMDB's ids are shared by films and shows where both have it."""

    slug = models.SlugField(max_length=60, unique=True)
    tmdb_id = models.PositiveIntegerField(null=True, unique=True)
    for_movies = models.BooleanField(default=False)
    for_tv = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.slug


class GenreTranslation(models.Model):
    """A genre's name in one language."""

    genre = models.ForeignKey(Genre, models.CASCADE, related_name="translations")
    language = models.CharField(max_length=8)
    name = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint("genre", "language", name="one_genre_name_per_language")]

    def __str__(self) -> str:
        return self.name


class Title(models.Model):
    """A film or a show. Deleted softly (`is_active`), because people's lists point here."""

    kind = models.CharField(max_length=5, choices=TitleKind)
    tmdb_id = models.PositiveIntegerField(null=True)
    imdb_id = models.CharField(max_length=12, null=True)
    tvdb_id = models.PositiveIntegerField(null=True)
    wikidata_id = models.CharField(max_length=16, null=True)
    starter_key = models.CharField(max_length=120, null=True, unique=True)
    name = models.CharField(max_length=500)
    original_name = models.CharField(max_length=500)
    original_language = models.CharField(max_length=8, blank=True)
    language = models.CharField(max_length=8, help_text="Language of the name, overview and tagline in this row.")
    overview = models.TextField(blank=True)
    tagline = models.CharField(max_length=500, blank=True)
    released_on = models.DateField(null=True, help_text="First release of a film, first episode of a show.")
    ended_on = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    runtime = models.PositiveSmallIntegerField(null=True, help_text="Minutes; a typical episode's for shows.")
    status = models.CharField(max_length=40, blank=True)
    rating = models.FloatField(null=True, help_text="Average vote, 0-10; null when nobody voted.")
    votes = models.PositiveIntegerField(default=0)
    popularity = models.FloatField(default=0)
    is_adult = models.BooleanField(default=False)
    minimum_age = models.PositiveSmallIntegerField(
        null=True, help_text="Years, by the ratings of several countries; null when none is known."
    )
    poster = models.CharField(max_length=120, blank=True, help_text="Image name; empty means a drawn one.")
    backdrop = models.CharField(max_length=120, blank=True)
    season_count = models.PositiveSmallIntegerField(null=True)
    episode_count = models.PositiveIntegerField(null=True)
    collection = models.ForeignKey(Collection, models.SET_NULL, null=True, related_name="titles")
    completeness = models.CharField(max_length=8, choices=Completeness, default=Completeness.PARTIAL)
    fetched_at = models.DateTimeField(null=True, help_text="When the provider last told all about it.")
    metadata = models.JSONField(default=dict, help_text="What pages show but nothing filters by.")
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("kind", "tmdb_id", name="one_title_per_tmdb_id"),
        ]
        indexes = [
            # Not unique: providers do give two of their titles one IMDb id, and that must not stop either.
            models.Index("imdb_id", name="title_by_imdb_id"),
            models.Index("tvdb_id", name="title_by_tvdb_id", condition=Q(tvdb_id__isnull=False)),
            models.Index("wikidata_id", name="title_by_wikidata_id", condition=Q(wikidata_id__isnull=False)),
            models.Index("kind", F("popularity").desc(), "id", name="title_by_popularity", condition=Q(is_active=True)),
            models.Index("kind", F("rating").desc(), "id", name="title_by_rating", condition=Q(is_active=True)),
            models.Index("kind", F("votes").desc(), "id", name="title_by_votes", condition=Q(is_active=True)),
            models.Index("kind", F("released_on").desc(), "id", name="title_by_release", condition=Q(is_active=True)),
            models.Index("kind", "year", F("popularity").desc(), name="title_by_year", condition=Q(is_active=True)),
            models.Index("kind", "name", "id", name="title_by_name", condition=Q(is_active=True)),
            models.Index("fetched_at", name="title_due", condition=Q(completeness="complete")),
            models.Index("id", name="title_hidden", condition=Q(is_active=False) | Q(is_adult=True)),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.year})" if self.year else self.name


class TitleTranslation(models.Model):
    """Name, overview and tagline in one language; empty fields fall back to the title's own."""

    title = models.ForeignKey(Title, models.CASCADE, related_name="translations")
    language = models.CharField(max_length=8)
    name = models.CharField(max_length=500, blank=True)
    overview = models.TextField(blank=True)
    tagline = models.CharField(max_length=500, blank=True)
    poster = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("title", "language", name="one_translation_per_language")]

    def __str__(self) -> str:
        return f"{self.language}: {self.name}"


class TitleGenre(models.Model):
    """A title has a genre."""

    title = models.ForeignKey(Title, models.CASCADE, related_name="genre_links")
    genre = models.ForeignKey(Genre, models.CASCADE, related_name="title_links")

    class Meta:
        constraints = [models.UniqueConstraint("title", "genre", name="a_genre_once_per_title")]
        indexes = [models.Index("genre", "title", name="titles_of_genre")]

    def __str__(self) -> str:
        return f"{self.title_id} is {self.genre_id}"


class TitleFacet(models.Model):
    """A value that browsing filters by: a keyword, a certification in a region, a watch provider in a region."""

    class Kind(models.TextChoices):
        """What sort of value it is."""

        KEYWORD = "keyword"
        CERTIFICATION = "certification"
        PROVIDER = "provider"

    title = models.ForeignKey(Title, models.CASCADE, related_name="facets")
    kind = models.CharField(max_length=13, choices=Kind)
    region = models.CharField(max_length=2, blank=True, help_text="Empty for keywords.")
    value = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint("title", "kind", "region", "value", name="a_facet_once_per_title")]
        indexes = [models.Index("kind", "value", "region", "title", name="titles_of_facet")]

    def __str__(self) -> str:
        return f"{self.kind} {self.region} {self.value}".strip()


class Season(models.Model):
    """One season of a show; number 0 holds the specials."""

    title = models.ForeignKey(Title, models.CASCADE, related_name="seasons")
    number = models.PositiveSmallIntegerField()
    tmdb_id = models.PositiveIntegerField(null=True)
    name = models.CharField(max_length=300, blank=True)
    overview = models.TextField(blank=True)
    aired_on = models.DateField(null=True)
    poster = models.CharField(max_length=120, blank=True)
    episode_count = models.PositiveSmallIntegerField(default=0)
    completeness = models.CharField(max_length=8, choices=Completeness, default=Completeness.PARTIAL)
    fetched_at = models.DateTimeField(null=True)
    attempted_at = models.DateTimeField(
        null=True, help_text="Last try to complete it, so that one failure does not block the rest."
    )
    translations = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint("title", "number", name="one_season_per_number")]
        indexes = [
            # SQLite takes no NULLS FIRST in an index; ascending, it has them first anyway.
            models.Index("attempted_at", "id", name="season_incomplete", condition=Q(completeness="partial"))
        ]

    def __str__(self) -> str:
        return self.name or f"Season {self.number}"


class Episode(models.Model):
    """One episode of a season."""

    season = models.ForeignKey(Season, models.CASCADE, related_name="episodes")
    number = models.PositiveIntegerField()
    tmdb_id = models.PositiveIntegerField(null=True)
    imdb_id = models.CharField(max_length=12, null=True)
    name = models.CharField(max_length=500, blank=True)
    overview = models.TextField(blank=True)
    aired_on = models.DateField(null=True)
    runtime = models.PositiveSmallIntegerField(null=True)
    still = models.CharField(max_length=120, blank=True)
    rating = models.FloatField(null=True)
    votes = models.PositiveIntegerField(default=0)
    metadata = models.JSONField(default=dict, help_text="Guests and crew, archive identifier.")
    translations = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint("season", "number", name="one_episode_per_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"


class Recommendation(models.Model):
    """Who liked this may like that: an edge between titles, as its origin ranks it."""

    class Origin(models.TextChoices):
        """Which of the provider's two lists the edge comes from."""

        RECOMMENDED = "recommended"
        SIMILAR = "similar"

    title = models.ForeignKey(Title, models.CASCADE, related_name="recommendations")
    target = models.ForeignKey(Title, models.CASCADE, related_name="recommended_by")
    origin = models.CharField(max_length=11, choices=Origin)
    rank = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint("title", "origin", "target", name="one_edge_per_origin")]
        indexes = [models.Index("title", "origin", "rank", name="edges_by_rank")]

    def __str__(self) -> str:
        return f"{self.title_id} → {self.target_id}"
