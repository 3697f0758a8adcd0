"""Model: frozen values of the site. Knows nothing but text and itself."""
