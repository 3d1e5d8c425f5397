"""A .docx or .xlsx of the user's as part of the report: place.py says how."""
