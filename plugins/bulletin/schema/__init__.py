"""Schema: raw fields become one typed record. Knows one record at a time."""
