"""Does nothing get out that may not: people, hidden text, what lies behind charts?"""
