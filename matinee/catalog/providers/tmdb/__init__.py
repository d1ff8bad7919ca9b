"""TMDB v3 as a provider: `client` speaks to it, `shapes` reads its answers, `mapping` turns them into ours."""
