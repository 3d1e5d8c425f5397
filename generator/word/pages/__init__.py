"""Word pages that the program itself writes beside a report."""
