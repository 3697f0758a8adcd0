"""Tests of slugs, folding, order, dates and numbers."""
