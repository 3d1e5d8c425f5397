"""Numbers of sections, paragraphs and figures, and the references to them."""
