"""Brings the .ts files up to date with the sources: new texts come in untranslated, texts that are gone go.

    update.py LUPDATE [FOLDER]      FOLDER has the .ts files, this one by default
"""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = ["ui", "app/studio"]


def collect(lupdate, file, *options):
    """Whatever lupdate warns of leaves a text in the wrong context or without its plural: it is an error."""
    # Places would make a change of every file that a line moves in.
    command = [lupdate, "-silent", "-no-obsolete", "-locations", "none", "-I", ".", *options, *SOURCES, "-ts", file]
    answer = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, check=False)
    if answer.returncode != 0 or answer.stdout or answer.stderr:
        raise SystemExit(f"{answer.stdout}{answer.stderr}")


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    folder = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) == 3 else HERE
    collect(sys.argv[1], folder / "atelier_en.ts", "-pluralonly")
    collect(sys.argv[1], folder / "atelier_de.ts")


if __name__ == "__main__":
    main()
