"""Plugins of the site."""
