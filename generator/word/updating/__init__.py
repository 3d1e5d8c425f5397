"""Writing into a copy that somebody else has edited, all of it as tracked changes or comments."""
