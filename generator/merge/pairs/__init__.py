"""Which texts of an edited file, and of the report now, are which of a draft."""
