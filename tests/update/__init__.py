"""Tests of what update does with texts and blocks."""
