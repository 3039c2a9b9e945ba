"""`make bench`: times the builds of copies of the site, compares them with a baseline, and holds them to bars."""
