"""The tagged PDF of a release."""
