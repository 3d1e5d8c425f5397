"""Loading a report's metadata: report.yaml and sign_offs.yaml."""
