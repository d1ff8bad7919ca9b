"""What somebody may like: the arithmetic of recommendations. It knows arrays and files, and neither tables nor HTTP.

What people liked makes a `taste` model (`training.train`), what titles are makes a `content` model
(`describing.describe`). Each is kept in a file of its own, which a `shelf.Shelf` opens and watches; its
`recommender.Recommender` answers from both, or from the one there is.

This package, `shapes` and `strengths` cost nothing to import. Everything else brings numpy and scipy, some 30 MB, so it
is imported where it is used and not before.
"""

from matinee.library.recommend.shapes import Pick, Reason, TitleFeatures
from matinee.library.recommend.strengths import strength

__all__ = ["Pick", "Reason", "TitleFeatures", "strength"]
