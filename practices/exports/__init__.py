"""The lists as files: the rows, order and parameters of the page, the facts of `practices.facts`."""

from practices.exports.tables import TABLES, Table

__all__ = ["TABLES", "Table"]
