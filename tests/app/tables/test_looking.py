"""atelier-tables on tables that DuckDB and Python wrote: its figures against numpy's, and files that mean no good."""
import csv
import hashlib
import json
import os
import random
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import atelier_tables  # brings its modules onto the path
import numpy as np
from atelier_tables import _duckdb

PROGRAM = os.path.join(os.environ["ATELIER_BIN"], "atelier-tables")
LIBRARY = os.environ["ATELIER_DUCKDB"]


def look(path, *options, library=LIBRARY, name=None):
    with open(path, "rb") as file:
        done = subprocess.run([PROGRAM, "--library", library, "--name", name or Path(path).name, *map(str, options)],
                              stdin=file, capture_output=True, timeout=60)
    answer = json.loads(done.stdout)
    assert (done.returncode == 0) == ("errors" not in answer), done
    return answer


def save(path, *options):
    """What the program writes of all rows: the rows of the CSV, cells as text."""
    with tempfile.TemporaryDirectory() as folder, open(path, "rb") as file:
        arguments = [PROGRAM, "--library", LIBRARY, "--name", Path(path).name, "--csv", "--spill", folder,
                     "--columns", 10**9, "--limit", 10**9, *options]
        done = subprocess.run(["sh", "-c", 'exec "$@" 3>"$ROWS"', "sh", *map(str, arguments)], stdin=file,
                              env={"ROWS": f"{folder}/rows.csv"}, capture_output=True, timeout=120)
        answer = json.loads(done.stdout)
        with open(f"{folder}/rows.csv", newline="") as rows:
            return list(csv.reader(rows)) if done.returncode == 0 else answer["errors"][0]["code"]


class Looking:
    """A folder, and ways to fill it and look into it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def parquet(self, query, name="table", options=""):
        path = self.folder / name
        with _duckdb.Connection() as duck:
            duck.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet{options})")
        return path

    def profile(self, path, *options):
        answer = look(path, "--profile", "--limit", 0, *options)
        return {column["name"]: column["profile"] for column in answer["columns"]}

    def code(self, path, **options):
        return look(path, **options)["errors"][0]["code"]


class FiguresTestCase(Looking, unittest.TestCase):
    def setUp(self):
        super().setUp()
        draw = np.random.default_rng(7)
        self.numbers = draw.normal(48, 13, 30_000)
        self.groups = draw.choice(["F", "M", "a rather long wörd"], 30_000, p=[0.5, 0.3, 0.2])

    def rows(self):
        for i, (number, group) in enumerate(zip(self.numbers, self.groups)):
            yield i, "" if i % 97 == 0 else repr(float(number)), group

    def table(self):
        path = self.folder / "table.csv"
        with open(path, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["row", "bp", "sex"])
            writer.writerows(self.rows())
        return path

    def check(self, path):
        profile = self.profile(path)
        filled = np.array([n for i, n in enumerate(self.numbers) if i % 97 != 0])
        bp = profile["bp"]
        self.assertEqual(bp["empty"], 30_000 - len(filled))
        self.assertEqual((bp["min"], bp["max"]), (filled.min(), filled.max()))
        self.assertAlmostEqual(bp["mean"], filled.mean(), places=9)
        self.assertEqual(bp["histogram"]["counts"], np.histogram(filled, bins=22)[0].tolist())
        self.assertEqual(sum(bp["histogram"]["counts"]), len(filled))
        self.assertLess(abs(bp["distinct"] / len(set(filled)) - 1), 0.1)
        counts = {group: int((self.groups == group).sum()) for group in set(self.groups)}
        self.assertEqual({top["value"]: top["count"] for top in profile["sex"]["top"]}, counts)
        self.assertEqual([top["count"] for top in profile["sex"]["top"]], sorted(counts.values(), reverse=True))
        self.assertAlmostEqual(sum(top["share"] for top in profile["sex"]["top"]), 1)
        self.assertEqual(profile["sex"]["distinct"], 3)
        self.assertEqual(profile["row"]["mean"], 14999.5)

    def test_of_a_csv_are_numpys(self):
        self.check(self.table())

    def test_of_a_parquet_file_are_numpys(self):
        self.check(self.parquet(f"SELECT * FROM read_csv('{self.table()}')"))

    def test_of_json_lines_are_numpys(self):
        lines = [json.dumps({"row": row, "bp": float(bp) if bp else None, "sex": group})
                 for row, bp, group in self.rows()]
        self.check(self.write("table.jsonl", "\n".join(lines)))

    def test_leave_out_what_is_not_finite(self):
        path = self.parquet("SELECT unnest(['nan', 'inf', '-inf', NULL, '1', '3']::DOUBLE[]) AS x")
        profile = self.profile(path)["x"]
        self.assertEqual((profile["min"], profile["max"], profile["mean"], profile["not_finite"], profile["empty"]),
                         (1, 3, 2, 3, 1))
        self.assertEqual(sum(profile["histogram"]["counts"]), 2)

    def test_of_dates_are_spread_over_their_range(self):
        path = self.parquet("SELECT DATE '2024-01-01' + i::INT AS day, TIMESTAMP '2024-01-01 10:00:00' AS same "
                            "FROM range(22) AS t(i)")
        profile = self.profile(path)
        self.assertEqual(profile["day"]["histogram"]["counts"], np.histogram(np.arange(22), bins=22)[0].tolist())
        self.assertEqual((profile["day"]["min"], profile["day"]["max"]), ("2024-01-01", "2024-01-22"))
        self.assertEqual(profile["same"]["histogram"]["counts"], [22])

    def test_bear_the_widest_range_and_the_smallest(self):
        profile = self.profile(self.parquet(
            "SELECT unnest([-1.7e308, 0, 1.7e308]) AS wide, unnest([0, 5e-324, 1e-323]) AS small"))
        self.assertEqual(sum(profile["wide"]["histogram"]["counts"]), 3)
        self.assertEqual(sum(profile["small"]["histogram"]["counts"]), 3)


class ValuesTestCase(Looking, unittest.TestCase):
    def one(self, expression):
        answer = look(self.parquet(f"SELECT {expression} AS x"))
        self.assertNotIn("errors", answer, expression)
        return answer["rows"][0][0]

    def test_come_out_as_they_are(self):
        for expression, expected in [
                ("7", 7), ("-9007199254740992", -2**53), ("9007199254740993", "9007199254740993"),
                ("18446744073709551615::UBIGINT", str(2**64 - 1)), ("0.1::DOUBLE", 0.1),
                ("1e300::DOUBLE", 1e300), ("'nan'::DOUBLE", "NaN"), ("'-inf'::DOUBLE", "-Infinity"),
                ("1.50::DECIMAL(10, 2)", 1.5), ("12345678901234567.25::DECIMAL(30, 2)", "12345678901234567.25"),
                ("true", True), ("NULL::INTEGER", None), ("''", ""), ("DATE '2024-02-29'", "2024-02-29"),
                ("TIMESTAMP '2024-02-29 12:30:00'", "2024-02-29 12:30:00"), ("TIME '12:30:00'", "12:30:00"),
                ("'abcdefghijkl'::BLOB", "<12 bytes>"), ("[1, 2, NULL]", "[1, 2, NULL]"),
                ("{'a': 1, 'b': ['x']}", "{'a': 1, 'b': [x]}"), ("repeat('ä', 300)", "ä" * 256 + "…"),
                ("repeat('ä', 256)", "ä" * 256), ("'zeile\n\t\"quoted\"'", "zeile\n\t\"quoted\"")]:
            self.assertEqual(self.one(expression), expected, expression)

    def test_with_names_that_repeat_or_are_odd(self):
        path = self.write("odd.csv", 'a,a,"b ""q"", c",\n1,2,3,4\n')
        answer = look(path)
        self.assertEqual(answer["rows"], [[1, 2, 3, 4]])
        self.assertEqual(len({column["name"] for column in answer["columns"]}), 4)
        self.assertEqual(answer["columns"][2]["name"], 'b "q", c')

    def test_are_paged_by_rows_and_columns(self):
        path = self.parquet("SELECT " + ", ".join(f"i * {n} AS x{n}" for n in range(5000)) + " FROM range(300) AS t(i)")
        answer = look(path, "--offset", 250, "--limit", 100, "--first-column", 4990, "--columns", 50, "--profile")
        self.assertEqual(answer["rows"], [[row * column for column in range(4990, 5000)] for row in range(250, 300)])
        self.assertEqual((answer["row_count"], answer["column_count"]), (300, 5000))
        self.assertEqual(answer["columns"][0]["profile"]["max"], 299 * 4990)
        beyond = look(path, "--offset", 10**12, "--first-column", 6000)
        self.assertEqual((beyond["rows"], beyond["columns"], beyond["row_count"]), ([], [], 300))


class TextFilesTestCase(Looking, unittest.TestCase):
    def test_with_a_mark_crlf_and_quoted_line_ends(self):
        answer = look(self.write("a.csv", b'\xef\xbb\xbfa,b\r\n1,"x\r\ny"\r\n2,z\r\n'))
        self.assertEqual([column["name"] for column in answer["columns"]], ["a", "b"])
        self.assertEqual(answer["rows"], [[1, "x\r\ny"], [2, "z"]])

    def test_of_other_delimiters(self):
        for name, delimiter in (("a.tsv", "\t"), ("a.csv", ";"), ("a", "|")):
            answer = look(self.write(name, f"a{delimiter}b\n1{delimiter}2\n"))
            self.assertEqual((answer["format"], answer["rows"]), ("csv", [[1, 2]]), name)

    def test_with_a_head_alone_have_columns_and_no_rows(self):
        answer = look(self.write("a.csv", "a,b,c\n"), "--profile")
        self.assertEqual((answer["row_count"], answer["rows"]), (0, []))
        self.assertEqual([column["name"] for column in answer["columns"]], ["a", "b", "c"])

    def test_that_are_ragged_are_shown_with_a_warning(self):
        answer = look(self.write("a.csv", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n"))
        self.assertEqual([row[:3] for row in answer["rows"]], [[1, 2, 3], [4, 5, None], [6, 7, 8], [10, 11, 12]])
        self.assertEqual(answer["warnings"][0]["code"], "table.lines")

    def test_that_are_ragged_lose_no_line(self):
        answer = look(self.write("a.csv", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n"))  # DuckDB by itself shows the last line alone
        self.assertEqual([row[:3] for row in answer["rows"]], [[1, 2, 3], [4, 5, None], [6, 7, 8]])

    def test_with_notes_above_are_shown_with_a_warning(self):
        answer = look(self.write("a.csv", "# made by hand\na,b\n1,2\n"))
        self.assertEqual((answer["rows"], answer["warnings"][0]["code"]), ([[1, 2]], "table.notes"))
        answer = look(self.write("b.csv", "#a,b\n1,2\n#3,4\n"))
        self.assertEqual((answer["rows"], answer["warnings"]), ([["1", 2], ["#3", 4]], []))

    def test_of_one_column_are_tables_too(self):
        self.assertEqual(look(self.write("a.csv", "a\n1\n2\n"))["rows"], [[1], [2]])

    def test_that_are_latin_1_are_shown_with_a_warning(self):
        answer = look(self.write("a.csv", "name,v\nMüller,1\nStraße,2\n".encode("latin-1")))
        self.assertEqual(answer["rows"], [["Müller", 1], ["Straße", 2]])
        self.assertEqual(answer["warnings"][0]["code"], "table.latin-1")

    def test_that_turn_from_numbers_to_text_late_are_text(self):
        answer = look(self.write("a.csv", "a,b\n" + "1,1\n" * 30_000 + "x,1\n"), "--offset", 29_999)
        self.assertEqual(answer["rows"], [["1", 1], ["x", 1]])

    def test_of_json_lines_without_a_suffix(self):
        answer = look(self.write("result", '{"a": 1, "b": "x"}\n{"a": 2.5, "c": [1, {"z": 2}]}\n'))
        self.assertEqual(answer["format"], "jsonl")
        self.assertEqual([row[:2] for row in answer["rows"]], [[1, "x"], [2.5, None]])


class RefusalsTestCase(Looking, unittest.TestCase):
    def test_of_what_is_no_table(self):
        rubbish = random.Random(1).randbytes(100_000)
        for name, content, code in [
                ("a.csv", b"", "table.empty"), ("a", b"", "table.empty"), ("a.parquet", b"no", "table.broken"),
                ("a.csv", bytes(range(256)) * 50, "table.unknown"), ("a", rubbish, "table.unknown"),
                ("a", b"a sentence\nand another one\n", "table.unknown"), ("a", b"PAR1", "table.incomplete"),
                ("a.parquet", b"PAR1" + bytes(100) + b"PARE", "table.encrypted"),
                ("a.parquet", b"PARE" + bytes(100) + b"PARE", "table.encrypted"),
                ("a.parquet", b"PAR1" + rubbish + b"PAR1", "table.broken")]:
            self.assertEqual(self.code(self.write(name, content)), code, (name, content[:20]))

    def test_of_a_parquet_file_cut_anywhere(self):
        whole = self.parquet("SELECT i AS a, 'text ' || i AS b FROM range(2000) AS t(i)").read_bytes()
        for length in [5, 8, 12, *range(100, len(whole), len(whole) // 20)]:
            self.assertEqual(self.code(self.write("cut", whole[:length])), "table.incomplete", length)

    def test_of_a_parquet_file_with_damage_anywhere_end_in_a_sentence_or_rows(self):
        whole = self.parquet("SELECT i AS a, 'text ' || (i % 50) AS b FROM range(2000) AS t(i)").read_bytes()
        draw = random.Random(3)
        for _ in range(25):
            damaged = bytearray(whole)
            at = draw.randrange(4, len(whole) - 40)
            damaged[at:at + 30] = draw.randbytes(30)
            with open(self.write("damaged", bytes(damaged)), "rb") as file:
                done = subprocess.run([PROGRAM, "--library", LIBRARY, "--profile"], stdin=file, capture_output=True,
                                      timeout=60)
            self.assertIn(done.returncode, (0, 1), (at, done))  # the service turns a crash into a sentence too
            answer = json.loads(done.stdout)
            self.assertTrue("rows" in answer or answer["errors"][0]["message"], at)

    def test_of_text_that_is_not_utf_8_are_of_that_column_alone(self):
        path = self.parquet("SELECT i, 'abcMARKERdef' || i AS s, 'good' AS g FROM range(3) AS t(i)",
                            options=", COMPRESSION uncompressed")
        path.write_bytes(path.read_bytes().replace(b"MARKER", b"MAR\xffER"))
        for options in ([], ["--profile"]):
            answer = look(path, *options)
            self.assertEqual(answer["rows"], [[row, "<not UTF-8>", "good"] for row in range(3)])
            self.assertEqual(answer["warnings"][0]["arguments"], {"columns": "s"})

    def test_of_a_line_of_100_mb_come_at_once(self):
        path = self.write("a.csv", b"a,b\n" + b"x" * 100_000_000 + b",2\n")
        started = time.monotonic()
        self.assertEqual(self.code(path), "table.long-line")
        self.assertLess(time.monotonic() - started, 5)

    def test_without_the_library_say_what_to_do(self):
        error = look(self.write("a.csv", "a,b\n1,2\n"), library="/nonexistent/libduckdb.so")["errors"][0]
        self.assertEqual((error["kind"], error["code"]), ("unavailable", "table.library"))
        self.assertIn("packaging/run", error["message"])

    def test_of_every_file_but_the_one_that_it_was_given(self):
        secret = self.write("secret.csv", "a,b\n1,2\n")
        path = self.write("a.csv", f"a,b\n\"' UNION SELECT * FROM read_csv('{secret}')\",2\n")
        self.assertEqual(len(look(path)["rows"]), 1)


class ChoiceTestCase(Looking, unittest.TestCase):
    """Rows and columns that are asked for, against Python's own choice of them."""

    ODD = 'a "b"; DROP TABLE t; --ü'

    def setUp(self):
        super().setUp()
        draw = random.Random(5)
        self.rows = [{"id": i, "age": draw.randrange(18, 90), "score": None if i % 7 == 0 else draw.gauss(0, 1),
                      "city": draw.choice(["Rome", "Oslo", "São Paulo", "x' OR '1'='1"]), self.ODD: i % 3}
                     for i in range(5000)]
        path = self.folder / "people.csv"
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, self.rows[0])
            writer.writeheader()
            writer.writerows(self.rows)
        self.path = path

    def ids(self, *options):
        answer = look(self.path, "--names", "id", "--limit", 500, *options)
        return [row[0] for row in answer["rows"]], answer

    def check(self, text, keeps):
        expected = [row["id"] for row in self.rows if keeps(row)]
        ids, answer = self.ids("--filter", text)
        self.assertEqual(ids, expected[:500], text)
        self.assertEqual((answer["match_count"], answer["row_count"]), (len(expected), 5000), text)

    def test_of_rows_is_what_python_keeps(self):
        odd = self.ODD.replace('"', '\\"')
        for text, keeps in [
                ("age>40 age<=42", lambda row: 40 < row["age"] <= 42), ("age=40,41", lambda row: row["age"] in (40, 41)),
                ("age>40.5", lambda row: row["age"] > 40.5), ("age!=40", lambda row: row["age"] != 40),
                ("score is empty", lambda row: row["score"] is None),
                ("score is not empty score>=1e0", lambda row: row["score"] is not None and row["score"] >= 1),
                ("-score>0", lambda row: row["score"] is None or row["score"] <= 0),
                ("city:PAUL", lambda row: row["city"] == "São Paulo"), ("-city:om", lambda row: row["city"] != "Rome"),
                ("city=Rome,'São Paulo'", lambda row: row["city"] in ("Rome", "São Paulo")),
                ("city=\"x' OR '1'='1\"", lambda row: row["city"] == "x' OR '1'='1"),
                (f'"{odd}"=2', lambda row: row[self.ODD] == 2), ("age=40 age=41", lambda row: False)]:
            self.check(text, keeps)

    def test_of_an_order_is_pythons_and_pages_meet_in_it(self):
        ordered = sorted(self.rows, key=lambda row: (-row["age"], row["city"].encode(), row["id"]))
        pages = [id for offset in range(0, 5000, 500) for id in self.ids("--sort", "-age,city", "--offset", offset)[0]]
        self.assertEqual(pages, [row["id"] for row in ordered])
        by_score = [row["id"] for row in sorted(self.rows, key=lambda row: (row["score"] is None, row["score"] or 0))]
        self.assertEqual(self.ids("--sort", "score")[0], by_score[:500])
        self.assertEqual(self.ids("--sort", "-score", "--offset", 4999)[0], [4998])  # 4998 is empty, empty ones are last

    def more_than_fits(self):
        """700 MB in memory, more than the program may have."""
        texts = ", ".join(f"repeat(md5((i + {k})::VARCHAR), 10) AS text{k}" for k in range(6))
        return self.parquet(f"SELECT i AS id, md5(i::VARCHAR) AS name, {texts} FROM range(300000) t(i)",
                            options=", ROW_GROUP_SIZE 10000")

    def test_of_an_order_holds_far_down(self):
        path = self.parquet("SELECT i AS id, CASE WHEN hash(i) % 9 = 0 THEN NULL WHEN hash(i) % 9 = 1 THEN 'nan'::DOUBLE "
                            "ELSE (hash(i) % 50)::DOUBLE END AS score, (hash(i) % 3)::INT AS part FROM range(60000) t(i)")
        rows = [row for offset in range(0, 60_000, 500) for row in look(path, "--limit", 500, "--offset", offset)["rows"]]
        ordered = [row[0] for row in sorted(rows, key=lambda row: (
            2 if row[1] == "NaN" else row[1] is None, 0 if row[1] in (None, "NaN") else -row[1], row[2], row[0]))]
        for offset in (4600, 5000, 30_017, 59_990, 60_000):
            page = look(path, "--sort", "-score,part", "--limit", 500, "--offset", offset)["rows"]
            self.assertEqual([row[0] for row in page], ordered[offset:offset + 500], offset)
        kept = [id for id in ordered if id % 2 == 0]
        answer = look(self.parquet(f"SELECT *, (id % 2)::INT AS odd FROM read_parquet('{path}')", "halves"), "--sort", "-score,part",
                      "--filter", "odd=0", "--offset", 20_000, "--limit", 9)
        self.assertEqual(([row[0] for row in answer["rows"]], answer["match_count"]), (kept[20_000:20_009], 30_000))

    def test_of_an_order_takes_no_more_memory_far_down(self):
        path = self.more_than_fits()
        answer = look(path, "--sort", "name", "--offset", 150_000, "--limit", 3)
        ordered = sorted(range(300_000), key=lambda i: hashlib.md5(str(i).encode()).hexdigest())
        self.assertEqual([row[0] for row in answer["rows"]], ordered[150_000:150_003])

    def test_of_rows_is_saved_as_it_is_shown(self):
        kept = sorted((row for row in self.rows if row["age"] > 40), key=lambda row: (-row["age"], row["id"]))
        saved = save(self.path, "--names", "city,id", "--filter", "age>40", "--sort", "-age")
        self.assertEqual(saved[0], ["city", "id"])
        self.assertEqual([(int(id), city) for city, id in saved[1:]], [(row["id"], row["city"]) for row in kept])
        self.assertEqual(save(self.path, "--filter", "agee>40"), "filter.column")

    def test_of_rows_is_saved_whole_and_no_formula(self):
        path = self.parquet("SELECT unnest(['=1+1', '-3', '-x', 'a,\"b', repeat('ä', 300), NULL]) AS \"@x\"")
        self.assertEqual([row[0] if row else "" for row in save(path)],
                         ["'@x", "'=1+1", "-3", "'-x", 'a,"b', "ä" * 300, ""])

    def test_of_rows_that_do_not_fit_into_memory_is_saved_in_order(self):
        path = self.more_than_fits()
        names = [row[1] for row in save(path, "--sort", "name")[1:]]
        self.assertEqual((len(names), names == sorted(names)), (300_000, True))

    def test_of_columns_is_in_the_order_that_is_asked_for(self):
        answer = look(self.path, "--names", "city,id", "--limit", 1, "--sort", "-id")
        self.assertEqual([column["name"] for column in answer["columns"]], ["city", "id"])
        self.assertEqual(answer["rows"], [[self.rows[-1]["city"], 4999]])
        self.assertEqual(answer["column_count"], 5)

    def test_that_is_wrong_says_where(self):
        for option, text, code, column in [
                ("--filter", "id>1 agee>3", "filter.column", 6), ("--filter", "age>1,old", "filter.value", 7),
                ("--filter", "age", "filter.operator", 4), ("--filter", "id=1;DROP", "filter.value", 4),
                ("--filter", "id=(SELECT", "filter.value", 4), ("--filter", "\"age\" or 1=1", "filter.operator", 7),
                ("--sort", "age,rowid", "filter.column", 5), ("--sort", "1", "filter.column", 1),
                ("--sort", "age DESC", "filter.syntax", 5), ("--names", "id,*", "filter.column", 4)]:
            error = look(self.path, option, text)["errors"][0]
            self.assertEqual((error["code"], error["location"]["column"]), (code, column), (text, error["message"]))

    def test_by_a_name_that_is_not_in_quotes_says_to_put_it_there(self):
        path = self.write("a.csv", "mean radius,a:b\n1,2\n")
        for text, quoted in [("mean radius>20", '"mean radius">20'), ("a:b=2", '"a:b"=2')]:
            error = look(path, "--filter", text)["errors"][0]
            self.assertEqual(error["message"], "Put the name in quotes: " + quoted)

    def test_of_rows_by_dates_truths_and_whole_numbers_that_are_huge(self):
        path = self.parquet("SELECT i AS i, DATE '2026-01-01' + i::INTEGER AS day, i % 2 = 0 AS even, "
                            "18446744073709551500::UBIGINT + i::UBIGINT AS huge, i::FLOAT / 10 AS small FROM range(100) AS t(i)")
        for text, expected in [("day>=2026-01-31 day<2026-02-02", [30, 31]), ("even=true i<4", [0, 2]),
                               ("huge=18446744073709551509", [9]), ("small=0.3", [3]), ("huge>1.9e19", [])]:
            self.assertEqual([row[0] for row in look(path, "--filter", text)["rows"]], expected, text)
        self.assertEqual(look(path, "--filter", "day>yes")["errors"][0]["code"], "filter.value")

    def test_of_random_signs_never_ends_but_in_rows_or_a_sentence(self):
        draw = random.Random(11)
        for _ in range(60):
            text = "".join(draw.choice(["age", "city", "=", ">", ":", "'", '"', ";", "--", "\\", ",", " ", "is", "not",
                                        "empty", "(", "$1", "getvariable('v0')", "é", "1"]) for _ in range(draw.randrange(1, 9)))
            answer = look(self.path, "--limit", 1, "--filter", text)
            if "errors" in answer:
                self.assertRegex(answer["errors"][0]["code"], "^filter[.]", text)


if __name__ == "__main__":
    unittest.main()
