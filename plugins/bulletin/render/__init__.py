"""Render: the linked library becomes files. Knows addresses and templates."""
