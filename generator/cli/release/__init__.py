"""Commands before and at release."""
