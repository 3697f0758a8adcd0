"""Link: records and texts become one library. Knows the whole site, and no template."""
