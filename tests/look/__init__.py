"""How pages look: pictures of every page, and what can be measured of them."""
