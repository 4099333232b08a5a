#!/usr/bin/env python3
"""Makes the window's fonts from Debian's Inter and JetBrains Mono.

QFont cannot switch a font's features on before Qt 6.7, so figures of one width (`tnum`) are made the ordinary ones
here. The changed fonts get names of their own: under the old ones Qt would take the machine's.

    make_fonts.py OUTPUT_FOLDER QRC
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
MONO = pathlib.Path("/usr/share/fonts/truetype/jetbrains-mono")
INTER_STYLES = ("Regular", "Medium", "SemiBold", "Bold", "Italic")
MONO_STYLES = ("Regular", "Medium", "Bold")

# Latin, Greek, Cyrillic, punctuation, currency, arrows, mathematics, boxes and shapes.
CHARACTERS = ("U+0020-007E,U+00A0-024F,U+0259,U+02B0-036F,U+0370-052F,U+1E00-1EFF,U+2000-20BF,U+2100-214F,"
              "U+2190-23FF,U+2500-25FF,U+2713,U+2717,U+FB01,U+FB02,U+FFFD")
FIGURES = "0123456789"
ONE_WIDTH = frozenset(FIGURES + ".,:%+-\N{EN DASH}\N{MINUS SIGN}$\N{EURO SIGN}\N{POUND SIGN}")
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "case"]
# Family, unique name, full name, PostScript name, typographic family, WWS family.
NAMES = (1, 3, 4, 6, 16, 21)


def glyphs_of_one_width(font):
    """What `tnum` puts in the place of each glyph."""
    table = font["GSUB"].table
    lookups = {index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for index in record.Feature.LookupListIndex}
    mapping = {}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            mapping.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    return mapping


def bake_figures(font):
    replacement = glyphs_of_one_width(font)
    baked = set()
    for table in font["cmap"].tables:
        for code, glyph in table.cmap.items():
            if chr(code) in ONE_WIDTH and glyph in replacement:
                table.cmap[code] = replacement[glyph]
                baked.add(chr(code))
    if not baked.issuperset(FIGURES):
        sys.exit("This Inter has no figures of one width; Debian's fonts-inter 4.0 is needed.")
    # Some weights are off by a unit or two.
    glyphs, metrics = font.getBestCmap(), font["hmtx"]
    width = metrics[glyphs[ord("0")]][0]
    for figure in FIGURES:
        glyph = glyphs[ord(figure)]
        metrics[glyph] = (width, metrics[glyph][1])


def rename(font, old, new):
    for record in font["name"].names:
        if record.nameID in NAMES:
            said = record.toUnicode()
            record.string = said.replace(old.replace(" ", ""), new.replace(" ", "")) if record.nameID == 6 \
                else said.replace(old, new)
    if "CFF " not in font:
        return
    cff = font["CFF "].cff
    cff.fontNames[0] = cff.fontNames[0].replace(old.replace(" ", ""), new.replace(" ", ""))
    top = cff.topDictIndex[0].rawDict
    for key in top.keys() & {"FullName", "FamilyName"}:
        top[key] = top[key].replace(old, new)


def keep_characters(font, features):
    options = subset.Options(layout_features=features, name_IDs=["*"], hinting=False, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(CHARACTERS))
    subsetter.subset(font)


def main():
    folder, qrc = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for style in INTER_STYLES:
        font = TTFont(INTER / f"Inter-{style}.otf", recalcTimestamp=False)
        bake_figures(font)
        keep_characters(font, FEATURES)
        rename(font, "Inter", "Studio Sans")
        made.append(folder / f"StudioSans-{style}.otf")
        font.save(made[-1])
    for style in MONO_STYLES:
        font = TTFont(MONO / f"JetBrainsMono-{style}.ttf", recalcTimestamp=False)
        # No ligatures: code is shown as it is written, `!=` as two signs.
        keep_characters(font, [feature for feature in FEATURES if feature not in ("calt", "liga")])
        rename(font, "JetBrains Mono", "Studio Mono")
        made.append(folder / f"StudioMono-{style}.ttf")
        font.save(made[-1])
    files = "".join(f'<file alias="{file.name}">{file.resolve()}</file>\n' for file in made)
    qrc.write_text(f'<RCC><qresource prefix="/fonts">\n{files}</qresource></RCC>\n', encoding="utf-8")


main()
