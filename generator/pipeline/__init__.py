"""The stages of the way of the data, one function each, on one page."""
