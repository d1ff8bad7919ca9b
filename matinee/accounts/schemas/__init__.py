"""What accounts are asked and what they answer."""
