"""The pages and files of the site: each chooses rows and a template."""
