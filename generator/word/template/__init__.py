"""Report templates: filled in, checked, and fitted from any Word document."""
