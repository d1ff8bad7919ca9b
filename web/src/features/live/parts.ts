/** By what the server says of one's library: the first words of the answers that are old by it. */
export const PARTS: Record<string, readonly string[]> = {
  "library.opinions": ["opinions", "opinion"],
  "library.history": ["watching"],
  "library.lists": ["watchlists", "watchlist", "watchlist-members", "lists-for"],
  "library.reviews": ["reviews", "own-review"],
  "library.imports": ["imports"],
  "library.trakt": ["trakt-link"],
};

/** The same for what the server works out by and by. */
export const DERIVED: Record<string, readonly string[]> = {
  "library.opinions": ["activity", "opinions-here"],
  "library.history": ["activity", "stats"],
  "library.lists": ["activity"],
  "library.reviews": ["activity"],
  "library.imports": ["activity"],
};
