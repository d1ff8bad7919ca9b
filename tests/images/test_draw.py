"""Posters, backdrops and profile cards that the program draws."""

import time
from itertools import combinations, product
from random import Random

import pytest
from PIL import Image, ImageChops

from matinee.images.drawing import Subject, backdrop, layouts, moods, palettes, poster, profile, typefaces, typesetting
from matinee.images.drawing.canvas import Canvas
from matinee.images.drawing.typefaces import Face

AWKWARD = {
    "one letter": "M",
    "short": "It",
    "only digits": "1984",
    "only signs": "?!",
    "a single very long word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "no spaces": "a" * 300,
    "very many words": "Night of the Day of the Dawn of the Son of the Bride of the Return of the Revenge of the "
    "Terror of the Attack of the Evil, Mutant, Alien, Flesh Eating, Hellbound, Zombified Living Dead Part 2",
    "endless": "und immer weiter " * 60,
    "one-letter words": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "accents": "Ångström Éclair Łódź Ő Ş Ğ ÅÉÎÕÜ",
    "cyrillic": "Броненосец «Потёмкин»",
    "greek": "Ο Θίασος",  # noqa: RUF001
    "emoji among words": "The 😀 Movie",
    "nothing but emoji": "😀🎬",
    "right to left": "لورانس العرب",
    "chinese": "羅生門",
    "mixed scripts": "Rashōmon 羅生門",
    "tabs and line breaks": "Line\none\t two",
    "soft hyphens": "Don\u00adau",
    "a zero-width joiner": "Ro\u200dma",
    "blank": "   ",
}
WORDLESS = {"nothing but emoji", "right to left", "chinese", "blank"}
SHOWN = {name: typefaces.showable(title) for name, title in AWKWARD.items() if name not in WORDLESS}
FACES = [face for face in vars(typefaces).values() if isinstance(face, Face)]


def ink_box(setting: typesetting.Setting, width: float, height: float) -> tuple[int, int, int, int] | None:
    """Where ink lands, in pixels, when the setting is drawn 200 units into a canvas that is 400 larger than its box."""
    canvas = Canvas(width + 400, height + 400, 0.25, (255, 255, 255))
    setting.draw(canvas, 200, 200, (0, 0, 0))
    return ImageChops.invert(canvas.image).getbbox()


def assert_inside(box: tuple[int, int, int, int] | None, width: float, height: float) -> None:
    assert box is not None, "no ink at all"
    left, top, right, bottom = box
    assert left >= 48
    assert top >= 48
    assert right <= 52 + width / 4
    assert bottom <= 52 + height / 4


def test_only_titles_without_any_letter_that_can_be_shown_are_wordless() -> None:
    assert {name for name, title in AWKWARD.items() if not typefaces.showable(title)} == WORDLESS


@pytest.mark.parametrize("title", SHOWN.values(), ids=SHOWN)
def test_any_title_in_any_typeface_fits_its_box(title: str) -> None:
    for face in FACES:
        assert_inside(ink_box(typesetting.stack(title, face, 832, 270, largest=330), 832, 270), 832, 270)
    for face in (typefaces.GOTHIC, typefaces.ITALIC):
        assert_inside(ink_box(typesetting.block(title, face, 832, 720), 832, 720), 832, 720)
        assert_inside(ink_box(typesetting.tracked(title[:60], face, 34, 600), 600, 40), 600, 40)


@pytest.mark.parametrize("title", AWKWARD.values(), ids=AWKWARD)
def test_any_title_makes_a_poster_a_backdrop_and_a_profile(title: str) -> None:
    for kind in ("movie", "person"):
        subject = Subject(title, kind, title, 1927, title, ("horror",))
        assert poster(subject, 92).size == (92, 138)
        assert backdrop(subject, 160).size == (160, 90)
        assert profile(subject, 45).size == (45, 68)


class Watched(Canvas):
    """Fails as soon as a line of text comes near an edge."""

    def text(self, x: float, baseline: float, text: str, face: str, size: float, fill: palettes.Color) -> None:
        left, top, right, bottom = typefaces.font(face, size).getbbox(text, anchor="ls")
        assert x + left >= 40, text
        assert x + right <= self.width - 40, text
        assert baseline + top >= 40, text
        assert baseline + bottom <= self.height - 40, text


@pytest.mark.parametrize("title", SHOWN.values(), ids=SHOWN)
def test_every_layout_that_suits_a_title_keeps_its_margins(title: str) -> None:
    motif, palette, rng = moods.ANY.motifs[0], palettes.CREAM, Random("margins")
    suiting = {layout for motif in moods.ANY.motifs for layout in layouts.suiting(motif, title)}
    for layout, face in product(suiting, (typefaces.GOTHIC, typefaces.SLAB)):
        canvas = Watched(layouts.WIDTH, layouts.HEIGHT, 0.05, palette.ground)
        layout(canvas, layouts.Poster(title, title, title[:60], "1927", palette, motif, face, rng))


def test_a_title_broken_within_a_word_shows_a_hyphen_only_at_the_end_of_a_line() -> None:
    setting = typesetting.stack(AWKWARD["a single very long word"], typefaces.GEOMETRIC, 832, 270, largest=330)
    texts = [line.text for line in setting.lines]
    assert len(texts) > 1
    assert all(text.endswith("-") for text in texts[:-1])
    assert "".join(text.removesuffix("-") for text in texts) == AWKWARD["a single very long word"]


def test_short_words_are_never_broken() -> None:
    setting = typesetting.stack("The Cabinet of Dr. Caligari", typefaces.GEOMETRIC, 832, 270, largest=330)
    assert " ".join(line.text for line in setting.lines) == "The Cabinet of Dr. Caligari"


def test_a_title_that_cannot_be_shown_gives_way_to_the_original_one() -> None:
    unshowable = Subject("羅生門", "movie", original_title="Rashomon", year=1950, seed="x")
    assert same(poster(unshowable, 185), poster(Subject("Rashomon", "movie", year=1950, seed="x"), 185))


def test_the_same_subject_always_gets_the_same_poster() -> None:
    subject = Subject("Metropolis", "movie", year=1927, director="Fritz Lang", genres=("science-fiction",))
    assert same(poster(subject, 185), poster(subject, 185))


def test_with_a_seed_a_corrected_title_keeps_its_design() -> None:
    first, second = (Subject(title, "movie", seed="42", genres=("drama",)) for title in ("Metropolis", "Metropoliss"))
    assert same(backdrop(first, 300), backdrop(second, 300))


def test_posters_of_one_genre_differ() -> None:
    posters = [poster(Subject(f"Film {number}", "movie", year=1930, genres=("western",)), 92) for number in range(8)]
    assert not any(same(one, other) for one, other in combinations(posters, 2))


def test_the_title_can_be_read_on_every_field_of_every_palette() -> None:
    for palette in palettes.EVERY:
        for field in (palette.ground, palette.ink, palette.c, palette.light, palette.night):
            assert palettes.contrast(palette.writing_on(field), field) >= 4.5, (palette, field)


def test_every_genre_of_the_catalogue_has_motifs_that_have_layouts() -> None:
    for mood in (*moods.BY_GENRE.values(), moods.ANY):
        for motif in mood.motifs:
            assert layouts.suiting(motif, "M")
            assert layouts.suiting(motif, "x" * 200)


def test_a_large_poster_is_drawn_quickly() -> None:
    """The goal is 150 ms; the limit leaves room for a busy machine."""
    subject = Subject("Sunrise: A Song of Two Humans", "movie", year=1927, genres=("romance",))
    poster(subject, 500)  # the typefaces are opened once
    started = time.process_time()
    poster(subject, 500)
    assert time.process_time() - started < 0.5


def same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None
