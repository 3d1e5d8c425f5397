"""What edits change beside words: what a text stands as, tables, charts."""
