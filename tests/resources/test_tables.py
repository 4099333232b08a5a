"""Tables survive their way through Parquet, as pandas knows them."""

import datetime
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import atelier_tables
import numpy as np
import pandas as pd
from atelier_tables import _duckdb

INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]


class TableCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def back(self, frame, name="table.parquet"):
        """The frame after a write and a read."""
        atelier_tables.write(frame, self.folder / name)
        return atelier_tables.read(self.folder / name)

    def assert_unchanged(self, frame):
        pd.testing.assert_frame_equal(self.back(frame), frame)

    def written_by_duckdb(self, select):
        """A Parquet file as another tool writes it."""
        path = self.folder / "foreign.parquet"
        with _duckdb.Connection() as connection:
            connection.execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
        return atelier_tables.read(path)


class RoundTripTestCase(TableCase):
    def test_keeps_the_ends_of_every_integer(self):
        limits = {dtype: np.array([np.iinfo(dtype).min, 0, np.iinfo(dtype).max], dtype) for dtype in INTEGERS}
        self.assert_unchanged(pd.DataFrame(limits))

    def test_keeps_floats_to_the_bit(self):
        values = [0.1, -0.0, 1e-308, 5e-324, 1.7976931348623157e308, np.inf, -np.inf]
        frame = pd.DataFrame({"double": values, "single": np.array([0.1, 1, -1, 3.4e38, 1e-45, np.inf, -np.inf], "float32")})
        back = self.back(frame)
        for name in frame:
            self.assertEqual(back[name].dtype, frame[name].dtype)
            self.assertEqual(back[name].to_numpy().tobytes(), frame[name].to_numpy().tobytes())

    def test_keeps_booleans(self):
        self.assert_unchanged(pd.DataFrame({"yes": [True, False, True]}))

    def test_keeps_texts_of_every_length_and_script(self):
        texts = ["", "a", "twelve bytes", "thirteen byte", "näme " * 400, "表", "😀" * 3, "a\0b", "line\nbreak", 'q"\'']
        self.assert_unchanged(pd.DataFrame({"text": texts}))

    def test_keeps_times_to_the_nanosecond(self):
        stamps = pd.to_datetime(["1677-09-22", "1970-01-01", "2026-07-01 12:00:00.123456789", "2262-04-11"])
        self.assert_unchanged(pd.DataFrame({"time": stamps}))

    def test_brings_times_with_a_zone_back_in_utc(self):
        stamps = pd.Series(pd.to_datetime(["2026-03-29 01:59", "2026-10-25 04:00", None])).dt.tz_localize("Europe/Berlin")
        pd.testing.assert_series_equal(self.back(pd.DataFrame({"time": stamps}))["time"], stamps.dt.tz_convert("UTC"), check_names=False)

    def test_brings_categories_back_as_their_values(self):
        frame = pd.DataFrame({"text": pd.Categorical(["b", "a", None, "b"]), "number": pd.Categorical([3, 1, 3, 1])})
        back = self.back(frame)
        self.assertEqual(back["text"].tolist(), ["b", "a", None, "b"])
        pd.testing.assert_series_equal(back["number"], pd.Series([3, 1, 3, 1], name="number"))

    def test_keeps_more_rows_than_one_chunk_in_their_order(self):
        random = np.random.default_rng(0)
        rows = 10_001
        frame = pd.DataFrame({"row": np.arange(rows), "x": random.normal(size=rows), "flag": random.random(rows) > 0.5})
        frame["text"] = [f"row {i} of a table" for i in range(rows)]
        frame.loc[::7, "x"] = np.nan
        frame.loc[::5, "text"] = None
        self.assert_unchanged(frame)

    def test_does_not_write_the_index_or_change_the_frame(self):
        frame = pd.DataFrame({"x": [1, 2, 3]}, index=[7, 5, 3])
        before = frame.copy()
        self.assertEqual(self.back(frame).index.tolist(), [0, 1, 2])
        pd.testing.assert_frame_equal(frame, before)

    def test_takes_a_column_that_is_a_view_with_gaps(self):
        frame = pd.DataFrame(np.arange(12.0).reshape(4, 3), columns=list("abc"))[["c", "a"]].iloc[::2]
        pd.testing.assert_frame_equal(self.back(frame), frame.reset_index(drop=True))


class MissingValuesTestCase(TableCase):
    def test_are_nan_in_floats_and_none_in_texts(self):
        self.assert_unchanged(pd.DataFrame({"x": [1.5, np.nan, 2.5], "text": ["a", None, "much longer than twelve"]}))

    def test_are_nat_in_times(self):
        self.assert_unchanged(pd.DataFrame({"time": pd.to_datetime(["2026-07-01", None])}))

    def test_leave_the_values_of_integers_and_booleans_as_they_were(self):
        frame = pd.DataFrame({dtype: pd.array([1, None, 3], dtype) for dtype in ["Int8", "UInt16", "Int32"]})
        frame["Int64"] = pd.array([2**63 - 1, None, -(2**63)], "Int64")
        frame["UInt64"] = pd.array([2**64 - 1, None, 0], "UInt64")
        frame["boolean"] = pd.array([True, None, False], "boolean")
        self.assert_unchanged(frame)

    def test_nullable_columns_without_any_come_back_plain(self):
        back = self.back(pd.DataFrame({"a": pd.array([1, 2], "Int64"), "b": pd.array([0.5, 1.5], "Float64")}))
        self.assertEqual([str(dtype) for dtype in back.dtypes], ["int64", "float64"])

    def test_may_fill_a_column(self):
        frame = pd.DataFrame({"x": [np.nan, np.nan], "text": [None, None]})
        self.assert_unchanged(frame)

    def test_count_in_the_string_dtype_too(self):
        self.assertEqual(self.back(pd.DataFrame({"t": pd.array(["a", None], "string")}))["t"].tolist(), ["a", None])


class ObjectsTestCase(TableCase):
    def test_of_one_kind_are_kept_as_that_kind(self):
        frame = pd.DataFrame({"flag": [True, None, False], "number": [1, None, 2**53 + 1], "part": [0.5, 1, None]}, dtype=object)
        back = self.back(frame)
        self.assertEqual([str(dtype) for dtype in back.dtypes], ["boolean", "Int64", "float64"])
        self.assertEqual(back["number"][2], 2**53 + 1)

    def test_that_are_dates_become_times(self):
        self.assertEqual(self.back(pd.DataFrame({"day": [datetime.date(2026, 7, 1)]}))["day"][0], pd.Timestamp("2026-07-01"))

    def test_of_mixed_kinds_are_refused_by_name(self):
        for values in (["a", 1], [[1], [2]], [object(), object()]):
            with self.subTest(values=values), self.assertRaisesRegex(atelier_tables.TableError, "'odd'.*cannot hold"):
                atelier_tables.write(pd.DataFrame({"odd": values}), self.folder / "t.parquet")

    def test_types_that_parquet_lacks_are_refused_by_name(self):
        frames = [pd.to_timedelta(["1 day"]), np.array([1j]), np.array([1], "float16")]
        for values in frames:
            with self.subTest(dtype=values.dtype), self.assertRaisesRegex(atelier_tables.TableError, "'odd'.*cannot hold"):
                atelier_tables.write(pd.DataFrame({"odd": values}), self.folder / "t.parquet")

    def test_a_text_that_is_not_unicode_is_refused(self):
        with self.assertRaisesRegex(atelier_tables.TableError, "not Unicode"):
            atelier_tables.write(pd.DataFrame({"t": ["\ud800"]}), self.folder / "t.parquet")


class ShapesTestCase(TableCase):
    def test_a_table_without_rows_keeps_its_columns_and_types(self):
        frame = pd.DataFrame({"x": np.empty(0), "n": np.empty(0, "int32"), "b": np.empty(0, bool), "t": np.empty(0, object)})
        frame["time"] = pd.to_datetime([])
        self.assert_unchanged(frame)

    def test_a_table_without_columns_is_refused(self):
        with self.assertRaisesRegex(atelier_tables.TableError, "no columns"):
            atelier_tables.write(pd.DataFrame(index=[0, 1]), self.folder / "t.parquet")

    def test_names_may_hold_quotes_blanks_and_any_script(self):
        self.assert_unchanged(pd.DataFrame([[1, 2, 3, 4, 5]], columns=['a"b', "it's", " mean radius ", "größe", "select; --"]))

    def test_a_folder_named_like_a_partition_adds_no_column(self):
        (self.folder / "year=2026").mkdir()
        self.assertEqual(list(self.back(pd.DataFrame({"x": [1]}), "year=2026/t.parquet").columns), ["x"])

    def test_names_that_are_numbers_become_text(self):
        self.assertEqual(list(self.back(pd.DataFrame(np.zeros((1, 2)))).columns), ["0", "1"])

    def test_names_that_differ_only_in_case_are_refused(self):
        for columns in (["x", "X"], ["x", "x"]):
            with self.subTest(columns=columns), self.assertRaisesRegex(atelier_tables.TableError, "rename one"):
                atelier_tables.write(pd.DataFrame([[1, 2]], columns=columns), self.folder / "t.parquet")

    def test_paths_may_hold_quotes_and_patterns(self):
        frame = pd.DataFrame({"x": [1]})
        for name in ("it's.parquet", 'a "b".parquet', "größe %20.parquet"):
            with self.subTest(name=name):
                pd.testing.assert_frame_equal(self.back(frame, name), frame)

    def test_a_path_that_looks_like_a_pattern_is_that_one_file(self):
        atelier_tables.write(pd.DataFrame({"x": [1]}), self.folder / "a1.parquet")
        self.assertEqual(self.back(pd.DataFrame({"x": [2]}), "a[1].parquet")["x"].tolist(), [2])
        self.assertEqual(self.back(pd.DataFrame({"x": [3]}), "a*.parquet")["x"].tolist(), [3])


class ForeignFilesTestCase(TableCase):
    def test_are_read_with_the_nearest_types(self):
        frame = self.written_by_duckdb(
            "SELECT 1.25::DECIMAL(9, 2) AS price, DATE '2026-07-01' AS day, TIMESTAMP '2026-07-01 12:00' AS time,"
            " [1, 2] AS list, 170141183460469231731::HUGEINT AS huge, uuid() AS id")
        self.assertEqual([str(dtype) for dtype in frame.dtypes],
                         ["float64", "datetime64[ns]", "datetime64[ns]", "object", "float64", "object"])
        self.assertEqual(frame["price"][0], 1.25)
        self.assertEqual(frame["day"][0], pd.Timestamp("2026-07-01"))
        self.assertEqual(frame["list"][0], "[1, 2]")

    def test_others_read_what_was_written(self):
        atelier_tables.write(pd.DataFrame({"x": [1, 2], "t": ["a", None]}), self.folder / "t.parquet")
        with _duckdb.Connection() as connection:
            with connection.query(f"DESCRIBE SELECT * FROM '{self.folder}/t.parquet'") as result:
                (chunk,) = result.chunks()
                self.assertEqual(chunk.size, 2)
            with connection.query(f"SELECT x, t FROM '{self.folder}/t.parquet'") as result:
                self.assertEqual((result.names, result.types), (["x", "t"], [_duckdb.Type.BIGINT, _duckdb.Type.VARCHAR]))


class FailuresTestCase(TableCase):
    def test_a_missing_table_is_named(self):
        with self.assertRaisesRegex(atelier_tables.TableError, "no table at .*gone.parquet"):
            atelier_tables.read(self.folder / "gone.parquet")

    def test_a_file_that_is_no_table_is_named(self):
        path = self.folder / "notes.parquet"
        path.write_text("these are notes, no table")
        with self.assertRaisesRegex(atelier_tables.TableError, "notes.parquet"):
            atelier_tables.read(path)

    def test_a_failed_write_leaves_the_old_table_and_nothing_else(self):
        self.back(pd.DataFrame({"x": [1]}))
        with mock.patch.object(_duckdb.Connection, "execute", side_effect=atelier_tables.TableError("full")):
            with self.assertRaises(atelier_tables.TableError):
                atelier_tables.write(pd.DataFrame({"x": [2]}), self.folder / "table.parquet")
        self.assertEqual(os.listdir(self.folder), ["table.parquet"])
        self.assertEqual(atelier_tables.read(self.folder / "table.parquet")["x"].tolist(), [1])

    def test_a_folder_that_is_missing_is_an_error(self):
        with self.assertRaisesRegex(atelier_tables.TableError, "nowhere"):
            atelier_tables.write(pd.DataFrame({"x": [1]}), self.folder / "nowhere/t.parquet")

    def test_an_unset_or_wrong_library_is_a_sentence(self):
        for value, expected in (("", "does not say where"), ("/nowhere/libduckdb.so", "cannot be loaded")):
            script = "import atelier_tables, pandas; atelier_tables.write(pandas.DataFrame({'x': [1]}), 't.parquet')"
            done = subprocess.run([sys.executable, "-B", "-c", script], env={**os.environ, "ATELIER_DUCKDB": value},
                                  cwd=self.folder, capture_output=True, text=True, check=False)
            self.assertIn(expected, done.stderr)
