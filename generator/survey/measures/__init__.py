"""One module for each family of measures. All work on numpy arrays; none needs pandas."""
