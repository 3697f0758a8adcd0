"""Translating: what editors do with pairs — see how they stand, make a file, confirm one."""
