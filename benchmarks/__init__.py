"""The benchmark: how long builds take beside other generators. Nothing here takes part in a build."""
