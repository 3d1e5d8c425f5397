"""The only place that knows Word: one module per trick, each with a specimen of its XML."""
