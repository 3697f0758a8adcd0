"""Reference: pages of docs/reference, written from the code. Takes no part in a build."""
