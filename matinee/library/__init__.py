"""What people do with titles: keep, rate and annotate them."""
