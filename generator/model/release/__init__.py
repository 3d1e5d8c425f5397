"""Values of what is checked, released and verified."""
