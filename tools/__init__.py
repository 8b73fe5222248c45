"""What developers run: never a part of the site, which imports nothing of it."""
