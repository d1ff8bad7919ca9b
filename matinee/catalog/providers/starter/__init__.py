"""The catalogue that ships with the program: public-domain and openly licensed titles, no key, no network."""
