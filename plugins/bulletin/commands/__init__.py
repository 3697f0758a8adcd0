"""Commands: one module a family. Each unpacks its options, calls plain functions and tells."""
