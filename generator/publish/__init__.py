"""Writing what was built: whole files or none, with their provenance, and the cache."""
