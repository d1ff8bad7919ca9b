"""What all shapes share."""

from ninja import Schema
from pydantic import ConfigDict
from pydantic.alias_generators import to_camel


class Shape(Schema):
    """camelCase outside, snake_case inside."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, from_attributes=True)
