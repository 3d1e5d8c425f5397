"""What codebook.yaml and findings.yaml declare of surveys, and what was published of each."""
