"""The catalogue's HTTP shapes: what is `asked` is checked by them, what is `told` is documented by them."""
