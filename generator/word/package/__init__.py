"""A .docx as a package: its zip, parts, XML, properties, settings and runs of text."""
