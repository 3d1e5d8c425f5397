"""What was published of a survey before."""
