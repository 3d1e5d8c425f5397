"""What the law of a jurisdiction asks of a paper: days, notice, exempt matter, papers."""
