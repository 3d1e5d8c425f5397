"""Can everybody read the document, with a screen reader too?"""
