"""Thai as readers type it and books print it: clean text, dictionary order, years, names, queries and their marks.

Pure functions, without Django. Importing pythainlp makes a folder in the home directory, and fails where it may not;
these two variables stop both, so they are set before any module here can import it. A deployment's own are obeyed.
"""

import os

os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")
