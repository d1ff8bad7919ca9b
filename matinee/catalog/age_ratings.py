"""From what countries' rating boards say to years: which titles are for people of which age.

A rating with a number in it names its years in every country: 12, 12A, FSK 16, M/14, K-18, PG-13, TV-Y7, R18+. The
table has the words, as the boards explain them; where one only advises parents, the age it advises about. What is not
here (NR, Exempt …) says nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from matinee.catalog.metadata import StoredRelease

ADULT = 18
OLDEST = 21
"""No board knows a higher age."""

# Boards that are well known and explain their ratings; the strictest of them counts where the own region is silent.
_WELL_KNOWN = ("US", "GB", "DE", "FR", "NL", "AU", "CA")

_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")

_WORDS: dict[str, dict[str, int]] = {
    "AR": {"ATP": 0, "C": 18},
    "AT": {"UNRESTRICTED": 0},
    "AU": {"P": 0, "C": 0, "G": 0, "PG": 8, "M": 15, "MA": 15, "AV": 15, "R": 18, "X": 18, "RC": 18},
    "BE": {"AL": 0, "TP": 0, "TOUS": 0, "ALLEN": 0, "EA": 0, "KT": 0, "KT/EA": 0, "ENA": 16, "KNT": 16, "KNT/ENA": 16},
    "BG": {"A": 0, "B": 0, "C": 12, "D": 16, "X": 18},
    "BR": {"L": 0, "AL": 0, "LIVRE": 0},
    "CA": {"C": 0, "G": 0, "PG": 8, "A": 18, "R": 18},
    "CL": {"TE": 0},
    "CO": {"T": 0, "X": 18},
    "CZ": {"U": 0},
    "DK": {"A": 0},
    "EE": {"PERE": 0, "L": 0, "MS": 0},
    "ES": {"A": 0, "AI": 0, "APTA": 0, "TP": 0, "INFANTIL": 0, "ERI": 0, "X": 18},
    "FI": {"S": 0, "KK": 18},
    "FR": {"U": 0, "TP": 0, "TOUS PUBLICS": 0, "X": 18},
    "GB": {"U": 0, "UC": 0, "PG": 8},
    "GR": {"K": 0},
    "HK": {"I": 0, "IIA": 12, "IIB": 15, "III": 18},
    "HU": {"KN": 0, "UNRATED": 0, "X": 18},
    "ID": {"SU": 0, "P": 0, "A": 7, "R": 13, "D": 17},
    "IE": {"G": 0, "GA": 0, "CH": 0, "PG": 8, "YA": 12, "PS": 12, "MA": 18},
    "IN": {"U": 0, "UA": 12, "U/A": 12, "A": 18, "S": 18},
    "IS": {"L": 0},
    "IT": {"T": 0, "TUTTI": 0},
    "JP": {"G": 0},
    "KR": {"ALL": 0, "19": 18, "RESTRICTED SCREENING": 18},
    "LT": {"V": 0, "S": 18},
    "LU": {"EA": 0},
    "LV": {"U": 0},
    "MX": {"AA": 0, "A": 0, "B": 12, "C": 18, "D": 18},
    "MY": {"U": 0},
    "NL": {"AL": 0},
    "NO": {"A": 0},
    "NZ": {"G": 0, "PG": 8, "M": 16, "R": 18},
    "PH": {"G": 0, "PG": 8, "SPG": 13, "X": 18},
    "PL": {"AL": 0, "BO": 0},
    "PT": {"PÚBLICOS": 0, "T": 0, "P": 18},
    "RO": {"AG": 0, "A.G.": 0},
    "SE": {"BTL": 0},
    "SG": {"G": 0, "PG": 8},
    "SK": {"U": 0},
    "TH": {"P": 0, "G": 0},
    "TR": {"GENEL İZLEYICI KITLESI": 0},
    "TW": {"G": 0, "P": 6, "PG": 12, "R": 18},
    "US": {
        "G": 0, "PG": 10, "R": 17, "NC-17": 18, "X": 18, "TV-Y": 0, "TV-G": 0, "TV-PG": 10, "TV-MA": 17,
    },
    "ZA": {"A": 0, "PG": 8, "7-9PG": 7, "10-12PG": 10, "X18": 18, "XX": 18},
}  # fmt: skip


def years(country: str, certification: str) -> int | None:
    """From which age on a country's rating is; None for a word that says nothing of age. Country as in ISO 3166-1."""
    word = certification.strip().upper()
    if (known := _WORDS.get(country, {}).get(word)) is not None:
        return known
    numbers = _NUMBER.findall(word)
    return min(int(numbers[0]), OLDEST) if len(numbers) == 1 else None


def minimum_age(releases: Iterable[StoredRelease], region: str, *, is_adult: bool = False) -> int | None:
    """From which age on a title is, by its ratings in several countries; None when none is known.

    The region's own rating counts, its strictest if it has several (cinema, television, director's cut). Else the
    strictest of the well-known boards, else of all others.
    """
    if is_adult:
        return ADULT
    strictest: dict[str, int] = defaultdict(int)
    for release in releases:
        age = years(release["country"], release["certification"])
        if age is not None:
            strictest[release["country"]] = max(strictest[release["country"]], age)
    if region in strictest:
        return strictest[region]
    well_known = [strictest[country] for country in _WELL_KNOWN if country in strictest]
    return max(well_known or strictest.values(), default=None)
