"""Reading YAML with the line of every value, and what its syntax errors most likely mean."""
