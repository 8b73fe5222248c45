"""Fixtures on disk and rows in the database: the same catalogue, written twice.

`layout` says which rows stand in which file, `records` how a row is written, `reading` refuses what is not
well formed, `snapshot` holds the database by file, `loading` and `dumping` carry the one over to the other.
"""
