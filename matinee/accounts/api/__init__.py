"""Accounts over HTTP: one file per noun, and each only translates."""
