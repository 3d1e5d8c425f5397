"""Opening a file of rows and columns and reading it as text, whatever its kind."""
