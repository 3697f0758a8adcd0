"""Read: files become raw fields with positions, and bodies. Knows syntax, no meaning."""
