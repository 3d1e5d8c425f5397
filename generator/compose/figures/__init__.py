"""Charts and tables of findings in words and cells: alternative text, figure tables."""
