"""The base of what the API is asked and answers."""

from pydantic import BaseModel, ConfigDict, field_validator
from pydantic.alias_generators import to_camel


class Shape(BaseModel):
    """camelCase outside, snake_case inside; also made from objects with such attributes.

    Not Ninja's `Schema`, which takes each field through Python, whatever it is made from.
    """

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, from_attributes=True)


class Asked(Shape):
    """What a caller sends: a misspelt name is an error, not ignored, and no text holds a NUL, which no row can."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @field_validator("*")
    @classmethod
    def _storable(cls, value: object) -> object:
        if _holds_nul(value):
            raise ValueError("should hold no NUL character")
        return value


def _holds_nul(value: object) -> bool:
    match value:
        case str():
            return "\0" in value
        case dict():
            return any(_holds_nul(part) for pair in value.items() for part in pair)
        case list():
            return any(map(_holds_nul, value))
    return False
