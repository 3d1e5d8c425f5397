"""How things read: words of English, dates, names, counts, rounded figures, phrases."""
