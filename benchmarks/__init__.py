"""The benchmark: builds timed beside other generators. Nothing here takes part in a build."""
