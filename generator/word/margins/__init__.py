"""What stands round the text of a Word file: headers and footers, pages, document properties."""
