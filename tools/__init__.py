"""The workshop: environment, checkers and tasks. Nothing here takes part in a build."""
