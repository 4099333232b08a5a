"""Makes a language that is none, to find texts that are not translated and labels that have too little room: every
text of a .ts file in ⟦…⟧ and a third longer.

    make_pseudo.py IN.ts OUT.ts
"""

import sys
import xml.etree.ElementTree as ET

LONGER = 0.35
WORD = 6  # letters, so that long texts can break into lines


def pseudo(text):
    more = max(1, round(len(text) * LONGER))
    words = ["~" * min(WORD, more - start) for start in range(0, more, WORD)]
    return f"⟦{text} {' '.join(words)}⟧"


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    tree = ET.parse(sys.argv[1])
    tree.getroot().set("language", "en")
    for message in tree.iter("message"):
        translation = message.find("translation")
        text = pseudo(message.findtext("source"))
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for form in forms:
            form.text = text
        if not forms:
            translation.text = text
    tree.write(sys.argv[2], encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
