"""Tests of writing into a copy that somebody else has edited."""
