"""Cleans a table: texts trimmed, numbers that came as text made numbers, rows that miss a value dropped."""

import argparse

import atelier_tables
import mlflow
import pandas as pd


def trimmed(column):
    """A text without the blanks around it; one of only blanks is missing."""
    if column.dtype != object:
        return column
    texts = column.str.strip()
    return texts.where(texts != "", None)


def coerced(column):
    """Numbers where every value that is there reads as one; else the column as it is. `007` is a code, no number."""
    if column.dtype != object or column.isna().all() or column.str.match(r"[+-]?0\d").any():
        return column
    numbers = pd.to_numeric(column, errors="coerce")
    return numbers if numbers.notna().equals(column.notna()) else column


def clean(table):
    table = table.apply(trimmed).apply(coerced)
    complete = table.dropna().reset_index(drop=True)
    # Without gaps, the types that allow for them are not needed.
    plain = {name: dtype.numpy_dtype for name, dtype in complete.dtypes.items() if hasattr(dtype, "numpy_dtype")}
    return complete.astype(plain)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", required=True)
    parser.add_argument("--cleaned", required=True)
    arguments = parser.parse_args()

    table = atelier_tables.read(arguments.table)
    cleaned = clean(table)
    atelier_tables.write(cleaned, arguments.cleaned)
    print(f"{len(table)} rows read, {len(table) - len(cleaned)} dropped for a missing value, {len(cleaned)} kept.")
    mlflow.log_metrics({"rows_read": len(table), "rows_dropped": len(table) - len(cleaned)})


if __name__ == "__main__":
    main()
