"""The parts of a report in a format's layout: front matter, recommendations, implications."""
