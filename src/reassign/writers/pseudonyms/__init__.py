"""A case without its people: pseudonyms, the rosters under them, and the key that leads back."""
