"""The generator: from `content/` to the folder `site/`, in one direction (see HACKING.md)."""
