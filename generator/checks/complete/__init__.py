"""Is everything there that the format, the law or the report itself asks for?"""
