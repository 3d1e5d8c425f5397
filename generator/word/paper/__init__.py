"""A .docx read for the checks before release: texts with their looks, tables, drawings."""
