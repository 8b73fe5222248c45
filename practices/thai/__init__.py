"""Thai as readers type it and books print it: clean text, dictionary order, years, names, queries and their marks.

Pure functions, with nothing but the standard library.
"""
