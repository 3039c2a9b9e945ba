"""Programs that are no part of the project and judge its documents: `python -m tests.outside_validators` names the
missing ones. `.ci/run` installs them; elsewhere their tests are left out.
"""

import shutil

PROGRAMS = {"epubcheck": "epubcheck", "soffice": "libreoffice-writer-nogui", "pdftotext": "poppler-utils"}


def is_there(program: str) -> bool:
    """Return whether a program is installed."""
    return shutil.which(program) is not None


def main() -> None:
    """Name the programs that are missing, and the Debian packages that bring them."""
    for program, package in PROGRAMS.items():
        if not is_there(program):
            print(f"not found, so its tests were left out: {program} (Debian package {package})")


if __name__ == "__main__":
    main()
