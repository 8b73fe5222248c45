"""The state's register of local governments: CSV files ↔ rows, in bulk, all or nothing.

`files` says which columns there are and reads and writes them, `reading` refuses a row that does not fit, `loading`
brings them into the database, `dumping` writes back what editors changed of a body's name.
"""
