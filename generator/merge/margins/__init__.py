"""What officers changed round the text: headers, footers, pages, document properties."""
