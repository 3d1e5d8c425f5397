"""Loading and checking what the YAML files say."""
