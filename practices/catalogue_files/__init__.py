"""Fixtures on disk and rows in the database: the same catalogue, written twice.

`layout` says which rows stand in which file, `records` how a row is written, `reading` refuses what is not well formed,
`building` makes rows of records, `snapshot` holds the database by file, `memory` what files said last; `sides` and
`merging` tell who changed what, `loading` and `dumping` carry the one over to the other.
"""
