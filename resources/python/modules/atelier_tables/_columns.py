"""pandas' columns <-> DuckDB's vectors."""

import ctypes

import numpy as np
import pandas as pd

from ._duckdb import TableError, Type

_NUMPY = {
    Type.BOOLEAN: np.dtype(np.bool_),
    Type.TINYINT: np.dtype(np.int8),
    Type.SMALLINT: np.dtype(np.int16),
    Type.INTEGER: np.dtype(np.int32),
    Type.BIGINT: np.dtype(np.int64),
    Type.UTINYINT: np.dtype(np.uint8),
    Type.USMALLINT: np.dtype(np.uint16),
    Type.UINTEGER: np.dtype(np.uint32),
    Type.UBIGINT: np.dtype(np.uint64),
    Type.FLOAT: np.dtype(np.float32),
    Type.DOUBLE: np.dtype(np.float64),
    Type.TIMESTAMP_NS: np.dtype("datetime64[ns]"),
    Type.TIMESTAMPTZ: np.dtype("datetime64[us]"),
}
_TYPE = {dtype: kind for kind, dtype in _NUMPY.items()}
READABLE = frozenset(_NUMPY) | {Type.VARCHAR}

# DuckDB keeps a text in 16 bytes: its length, then either up to 12 bytes of it, or 4 bytes and the address of all.
_TEXT_WIDTH = 16
_INLINE = 12


class Column:
    """A column ready for DuckDB: rows of fixed width, and which of them are missing."""

    def __init__(self, kind, rows, missing, alive=None):
        self.type = kind
        self._rows = np.ascontiguousarray(rows)
        self._missing = missing if missing is not None and missing.any() else None
        self._alive = alive  # the bytes that long texts point to

    def slice(self, first, count):
        """The rows, and the bits of those that are present, or None where all are."""
        rows = self._rows[first:first + count]
        if self._missing is None:
            return rows, None
        return rows, np.packbits(~self._missing[first:first + count], bitorder="little")


def from_series(name, series):
    """A series of any dtype that Parquet can hold, as a Column."""
    if isinstance(series.dtype, pd.CategoricalDtype):
        series = series.astype(series.cat.categories.dtype)
    if isinstance(series.dtype, pd.DatetimeTZDtype):
        stamps = series.dt.tz_convert("UTC").dt.tz_localize(None)
        return Column(Type.TIMESTAMPTZ, stamps.to_numpy().astype("datetime64[us]"), series.isna().to_numpy())
    if series.dtype == object or isinstance(series.dtype, pd.StringDtype):
        return _from_objects(name, series)
    dtype = getattr(series.dtype, "numpy_dtype", series.dtype)  # the plain type of a nullable one
    if dtype not in _TYPE:
        raise TableError(f"The column '{name}' is of type {series.dtype}, which a table cannot hold; convert it first.")
    missing = series.isna().to_numpy()
    if dtype is not series.dtype:
        series = series.fillna(dtype.type(0))
    return Column(_TYPE[dtype], series.to_numpy(dtype), missing)


_OBJECTS = {"boolean": "boolean", "integer": "Int64", "floating": "float64", "mixed-integer-float": "float64",
            "datetime": "datetime64[ns]", "date": "datetime64[ns]"}


def _from_objects(name, series):
    kind = pd.api.types.infer_dtype(series, skipna=True)
    if kind in ("string", "empty"):
        return _from_text(name, series)
    try:
        return from_series(name, series.astype(_OBJECTS[kind]))
    except (KeyError, ValueError, TypeError, OverflowError) as error:
        raise TableError(f"The column '{name}' holds values of the kind '{kind}', which a table cannot hold in one column; "
                         "convert them, to text by astype(str).") from error


def _from_text(name, series):
    missing = series.isna().to_numpy()
    try:
        encoded = [b"" if gone else text.encode() for text, gone in zip(series.tolist(), missing)]
    except UnicodeEncodeError as error:
        raise TableError(f"The column '{name}' holds a text that is not Unicode ({error}); mend it first.") from error
    length = np.fromiter(map(len, encoded), np.uint32, len(encoded))
    # Room at the end, for the last text's first 12 bytes are taken whatever its length.
    pool = np.frombuffer(b"".join(encoded) + bytes(_INLINE), np.uint8)
    offset = np.cumsum(length, dtype=np.int64) - length
    rows = np.zeros((len(encoded), _TEXT_WIDTH), np.uint8)
    rows[:, :4] = length.view(np.uint8).reshape(-1, 4)
    inside = np.arange(_INLINE) < length[:, None]
    rows[:, 4:] = np.where(inside, pool[offset[:, None] + np.arange(_INLINE)], 0)
    long = length > _INLINE
    address = (offset + pool.ctypes.data).astype(np.uint64)
    rows[long, 8:] = address.view(np.uint8).reshape(-1, 8)[long]
    return Column(Type.VARCHAR, rows, missing, alive=pool)


class Parts:
    """One column of a result, gathered chunk by chunk."""

    def __init__(self, kind):
        self._kind = kind
        self._rows = []
        self._missing = []

    def add(self, chunk, column):
        address, bits = chunk.addresses(column)
        missing = np.zeros(chunk.size, bool)
        if bits:
            present = np.frombuffer(ctypes.string_at(bits, (chunk.size + 7) // 8), np.uint8)
            missing = np.unpackbits(present, bitorder="little")[:chunk.size] == 0
        self._missing.append(missing)
        width = _TEXT_WIDTH if self._kind == Type.VARCHAR else _NUMPY[self._kind].itemsize
        raw = ctypes.string_at(address, chunk.size * width)
        # Texts are taken now: they point into the chunk, which the next one replaces.
        self._rows.append(_to_texts(raw, missing) if self._kind == Type.VARCHAR else np.frombuffer(raw, _NUMPY[self._kind]))

    def finish(self):
        """The whole column, as an array that a data frame takes."""
        dtype = object if self._kind == Type.VARCHAR else _NUMPY[self._kind]
        rows = np.concatenate(self._rows) if self._rows else np.empty(0, dtype)
        missing = np.concatenate(self._missing) if self._missing else np.empty(0, bool)
        if self._kind == Type.TIMESTAMPTZ:
            rows = rows.astype("datetime64[ns]")
        if missing.any():
            rows = _with_missing(rows, missing)
        return pd.DatetimeIndex(rows, tz="UTC") if self._kind == Type.TIMESTAMPTZ else rows


def _with_missing(rows, missing):
    if rows.dtype.kind == "b":
        return pd.arrays.BooleanArray(rows, missing)
    if rows.dtype.kind in "iu":
        return pd.arrays.IntegerArray(rows, missing)
    if rows.dtype.kind in "fM":
        rows[missing] = np.nan if rows.dtype.kind == "f" else np.datetime64("NaT")
    return rows


def _to_texts(raw, missing):
    texts = np.empty(len(missing), object)
    heads = np.frombuffer(raw, np.uint8).reshape(-1, _TEXT_WIDTH)
    lengths = heads[:, :4].copy().view("<u4").ravel().tolist()
    addresses = heads[:, 8:].copy().view("<u8").ravel().tolist()
    for i, (length, address, gone) in enumerate(zip(lengths, addresses, missing.tolist())):
        if gone:  # what lies there is rubbish
            continue
        start = i * _TEXT_WIDTH + 4
        texts[i] = (raw[start:start + length] if length <= _INLINE else ctypes.string_at(address, length)).decode()
    return texts
