"""The bulletin's plugin for Pelican: two languages, checked, from one folder of content."""
