"""Tables between components: pandas data frames as Parquet files.

    import atelier_tables

    frame = atelier_tables.read("clean.parquet")
    atelier_tables.write(frame, "clean.parquet")

Debian has neither pyarrow nor the duckdb module, so this speaks to DuckDB's C library, whose path is in ATELIER_DUCKDB
(Atelier sets it for its jobs). The index is not written. Parquet has no categories: a categorical column comes back as
its values. Integers and booleans with missing values come back as pandas' nullable types, so that no value changes.
Times with a zone come back in UTC, to the microsecond.
"""

import os
import re
import uuid

import pandas as pd

from . import _columns
from ._duckdb import Connection, TableError, Type

__all__ = ["TableError", "read", "write"]

_PATTERN = re.compile(r"[*?\[]")


def write(frame, path):
    """Writes a data frame as a Parquet file, whole or not at all."""
    path = os.path.abspath(path)
    names = _unique_names(frame)
    columns = [_columns.from_series(name, frame.iloc[:, i]) for i, name in enumerate(names)]
    unfinished = os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.{uuid.uuid4().hex}")
    # The table's columns are numbered, since DuckDB's own names ignore case.
    listed = ", ".join(f"c{i} AS {_identifier(name)}" for i, name in enumerate(names))
    try:
        with Connection() as connection:
            connection.create_table("t", [(f"c{i}", column.type) for i, column in enumerate(columns)])
            connection.append("t", columns, len(frame))
            connection.execute(f"COPY (SELECT {listed} FROM t) TO {_literal(unfinished)} (FORMAT parquet)")
        os.replace(unfinished, path)
    finally:
        if os.path.exists(unfinished):
            os.unlink(unfinished)


def read(path):
    """Reads a Parquet file as a data frame."""
    path = os.path.abspath(path)
    if not os.path.isfile(path):
        raise TableError(f"There is no table at {path}; what should have written it?")
    # DuckDB would take `[1]` for a pattern, and a folder `year=2026` for a column.
    exactly = _PATTERN.sub(r"[\g<0>]", path)
    source = f"read_parquet({_literal(exactly)}, hive_partitioning = false)"
    with Connection() as connection:
        with connection.query(f"SELECT * FROM {source} LIMIT 0") as header:
            described = list(zip(header.names, header.types))
        wanted = ", ".join(_selected(name, kind) for name, kind in described)
        with connection.query(f"SELECT {wanted} FROM {source}") as result:
            parts = [_columns.Parts(kind) for kind in result.types]
            for chunk in result.chunks():
                for i, part in enumerate(parts):
                    part.add(chunk, i)
    columns = {name: part.finish() for (name, _), part in zip(described, parts)}
    return pd.DataFrame(columns, copy=False)


def _unique_names(frame):
    names = [str(name) for name in frame.columns]
    if not names:
        raise TableError("The table has no columns, which a Parquet file cannot hold; give it at least one.")
    seen = set()
    for name in names:
        if name.lower() in seen:
            raise TableError(f"Two columns are called '{name}', or differ from it only in case; rename one.")
        seen.add(name.lower())
    return names


def _selected(name, kind):
    """Types that pandas lacks are read as the nearest that it has."""
    column = _identifier(name)
    if kind in _columns.READABLE:
        return column
    if kind in (Type.TIMESTAMP, Type.TIMESTAMP_S, Type.TIMESTAMP_MS, Type.DATE):
        return f"CAST({column} AS TIMESTAMP_NS) AS {column}"
    if kind in (Type.DECIMAL, Type.HUGEINT, Type.UHUGEINT):
        return f"CAST({column} AS DOUBLE) AS {column}"
    return f"CAST({column} AS VARCHAR) AS {column}"


def _identifier(name):
    return '"' + name.replace('"', '""') + '"'


def _literal(text):
    return "'" + text.replace("'", "''") + "'"
