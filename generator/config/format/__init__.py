"""Loading councils and their formats."""
