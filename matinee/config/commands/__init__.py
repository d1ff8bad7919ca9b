"""The commands besides the roles, a file for each group."""
