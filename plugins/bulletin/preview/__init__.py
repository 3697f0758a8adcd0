"""Preview: the site in memory of one process, for the editor who is writing it."""
