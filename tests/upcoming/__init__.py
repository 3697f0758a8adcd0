"""Upcoming: what is told of the anniversaries ahead."""
