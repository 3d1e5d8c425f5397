"""Edits that came back in Word, merged into the sources three ways."""
