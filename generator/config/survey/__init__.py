"""Loading what a report says of its survey: codebook.yaml and findings.yaml."""
