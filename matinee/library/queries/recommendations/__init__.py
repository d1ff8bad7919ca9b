"""What is recommended: like a title, for a person, for several together; and what is learnt from."""

from matinee.library.queries.recommendations.learnt import changes, likings, titles
from matinee.library.queries.recommendations.page import FOLDER, for_person, shelf, similar, together

__all__ = ["FOLDER", "changes", "for_person", "likings", "shelf", "similar", "titles", "together"]
