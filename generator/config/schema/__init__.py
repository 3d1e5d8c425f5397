"""Checking YAML data against JSON Schemas: the check, its messages, the reference."""
