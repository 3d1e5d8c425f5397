"""What each printed figure of a report or a file was worked out from."""
