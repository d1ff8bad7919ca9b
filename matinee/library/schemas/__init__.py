"""The library as the API is asked for it, and shows it, one module per thing."""
