"""What the program costs, beside what a user would otherwise pick. Run with `make bench`."""
