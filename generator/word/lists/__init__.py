"""Lists as files define them: what stands before an item, and the numbers that Word counts.

- `read_lists.ReadLists`: the lists of a file, through number, list and style;
- `printed_numbers.PrintedNumbers`: counts through its paragraphs as Word does.
"""
