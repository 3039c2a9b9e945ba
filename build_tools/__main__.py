"""`python -m build_tools` is the command `vetwork`."""

from build_tools.cli import run

if __name__ == "__main__":
    run()
