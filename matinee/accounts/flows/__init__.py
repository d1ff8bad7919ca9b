"""How people sign up and in: allauth's flows, and what they mean here. One module per hook that allauth offers."""
