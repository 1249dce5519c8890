"""Therapy goals as typed data: read them, check them, reframe them, follow them, measure them."""
