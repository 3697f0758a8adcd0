"""Changes: two states of the data in, what differs out. Knows raw fields, and no site."""
