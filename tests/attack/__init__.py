"""Attacks on what is published of random surveys."""
