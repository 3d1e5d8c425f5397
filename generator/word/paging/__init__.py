"""Where pages end: heights of blocks, pages told from them, and what keeps them full."""
