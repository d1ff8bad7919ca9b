"""The origin that images bring themselves: what people upload."""

from matinee.images import origins, uploads

origins.register(uploads.PREFIX, uploads.Uploaded(), may_see=lambda _viewer, _name: True)  # of people, not of titles
