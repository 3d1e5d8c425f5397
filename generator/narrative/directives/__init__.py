"""What stands on a line of its own: charts, tables, lists and notes made from findings."""
