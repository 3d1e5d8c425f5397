"""Do the parts of the report agree with one another?"""
