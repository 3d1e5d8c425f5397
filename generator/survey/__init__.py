"""Raw survey exports in, findings out. The only package that imports numpy and pandas."""
