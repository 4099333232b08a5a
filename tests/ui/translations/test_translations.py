"""The .ts files hold every text of the sources, whole in every language."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[3]
TRANSLATIONS = ROOT / "translations"
UPDATE = "type: ninja -C build/dev update_translations"


def update(folder):
    command = [sys.executable, "-B", TRANSLATIONS / "update.py", os.environ["LUPDATE"], folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def messages(file):
    """(context, text, comment) -> translations; an unfinished one is None."""
    found = {}
    for context in ET.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            whole = "type" not in translation.attrib and all(forms)
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            found[key] = forms if whole else None
    return found


class CollectedTexts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        fresh = pathlib.Path(cls.folder.name)
        for name in ("atelier_en.ts", "atelier_de.ts"):
            shutil.copy(TRANSLATIONS / name, fresh)
        cls.answer = update(fresh)
        cls.english, cls.german = (messages(fresh / f"atelier_{language}.ts") for language in ("en", "de"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_lupdate_warns_of_nothing(self):
        self.assertEqual((self.answer.returncode, self.answer.stdout + self.answer.stderr), (0, ""))

    def test_the_files_are_up_to_date(self):
        for language, fresh in (("en", self.english), ("de", self.german)):
            kept = messages(TRANSLATIONS / f"atelier_{language}.ts")
            self.assertEqual(set(kept) ^ set(fresh), set(), UPDATE)

    def test_every_text_that_counts_has_both_english_forms(self):
        counting = {key for key in self.german if re.search("%L?n", key[1])}
        self.assertGreater(len(counting), 10)
        self.assertEqual(counting - set(self.english), set(), "counts, but was not collected as a plural")
        for key in counting:
            forms = self.english[key]
            self.assertIsNotNone(forms, f"translations/atelier_en.ts lacks the forms of {key}")
            self.assertEqual(len(forms), 2, key)
            self.assertNotIn("(s)", "".join(forms), key)

    def test_german_is_complete(self):
        missing = [f"{context}: {text}" for (context, text, _), forms in self.german.items() if forms is None]
        self.assertEqual(missing, [], "translate these in translations/atelier_de.ts")

    def test_translations_keep_the_places_for_values(self):
        for language, found in (("en", self.english), ("de", self.german)):
            for key, forms in found.items():
                for form in forms or []:
                    places = sorted(re.findall(r"%L?(?:n|\d)", form))
                    self.assertEqual(places, sorted(re.findall(r"%L?(?:n|\d)", key[1])), f"{language}: {form}")


class Warnings(unittest.TestCase):
    def test_a_text_that_lupdate_warns_of_ends_the_update(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            shutil.copytree(TRANSLATIONS, root / "translations")
            (root / "app/studio").mkdir(parents=True)
            (root / "ui").mkdir()
            (root / "ui/Stray.cpp").write_text('class Stray : public QObject { void f() { tr("lost"); } };\n')
            command = [sys.executable, "-B", root / "translations/update.py", os.environ["LUPDATE"]]
            answer = subprocess.run(command, capture_output=True, text=True, check=False)
            self.assertNotEqual(answer.returncode, 0)
            self.assertIn("Q_OBJECT", answer.stderr)


class PseudoLanguage(unittest.TestCase):
    def test_every_text_is_marked_and_a_third_longer(self):
        with tempfile.TemporaryDirectory() as folder:
            made = pathlib.Path(folder) / "pseudo.ts"
            script = TRANSLATIONS / "make_pseudo.py"
            subprocess.run([sys.executable, "-B", script, TRANSLATIONS / "atelier_de.ts", made], check=True)
            found = messages(made)
            self.assertEqual(set(found), set(messages(TRANSLATIONS / "atelier_de.ts")))
            for (_, text, _), forms in found.items():
                for form in forms:
                    self.assertTrue(form.startswith("⟦" + text) and form.endswith("⟧"), form)
                    self.assertGreaterEqual(len(form), len(text) * 1.35)


if __name__ == "__main__":
    unittest.main()
