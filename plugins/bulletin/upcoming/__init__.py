"""Upcoming: which anniversaries are near, and which have no article. Beside the build."""
