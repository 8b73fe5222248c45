"""The catalogue as JSON: the lists and pages of the site with the facts of `practices.facts`, to be read by anyone."""
