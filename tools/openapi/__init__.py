"""The description of the API, openapi.json, made from the public facts and the FilterSets."""
