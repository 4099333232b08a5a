#!/usr/bin/env python3
"""Writes a .qrc of the icons that a list names, out of the unpacked npm package @fluentui/svg-icons.

Each name is taken at 16 and 20 pixels, as an outline and filled, as far as the package has them; an icon without any
of these stops the build.

    choose_icons.py LIST PACKAGE_FOLDER QRC
"""
import pathlib
import sys


def files_of(name, icons):
    candidates = (icons / f"{name}_{size}_{shape}.svg" for size in (16, 20) for shape in ("regular", "filled"))
    return [file for file in candidates if file.exists()]


def main():
    names, icons, qrc = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]) / "icons", pathlib.Path(sys.argv[3])
    if not icons.is_dir():
        sys.exit(f"The icons are not in {icons}; type: npm --prefix resources/npm ci --ignore-scripts")
    chosen = {name: files_of(name, icons) for name in names.read_text(encoding="utf-8").split()}
    missing = [name for name, files in chosen.items() if not files]
    if missing:
        sys.exit(f"{names} names icons that {icons} has not: {', '.join(missing)}")
    files = "".join(f'<file alias="{file.name}">{file.resolve()}</file>\n'
                    for found in chosen.values() for file in found)
    qrc.write_text(f'<RCC><qresource prefix="/icons">\n{files}</qresource></RCC>\n', encoding="utf-8")


main()
