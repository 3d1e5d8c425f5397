"""Can it be understood, and minuted?"""
