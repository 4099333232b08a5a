"""Deals the rows of a table at random into one to train on and one to test on."""

import argparse
import sys

import atelier_tables
import mlflow
from sklearn.model_selection import train_test_split


def split(table, test_fraction, seed, stratify=None):
    if stratify is not None and stratify not in table:
        sys.exit(f"The table has no column '{stratify}' to stratify by; its columns are: {', '.join(table)}.")
    labels = None if stratify is None else table[stratify]
    try:
        train, test = train_test_split(table, test_size=test_fraction, random_state=seed, stratify=labels)
    except ValueError as error:
        sys.exit(f"The {len(table)} rows cannot be split so: {error}")
    # In the order of the table, so that a small change of it stays a small change.
    return train.sort_index().reset_index(drop=True), test.sort_index().reset_index(drop=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", required=True)
    parser.add_argument("--test-fraction", type=float, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--stratify")
    parser.add_argument("--train", required=True)
    parser.add_argument("--test", required=True)
    arguments = parser.parse_args()

    table = atelier_tables.read(arguments.table)
    train, test = split(table, arguments.test_fraction, arguments.seed, arguments.stratify)
    atelier_tables.write(train, arguments.train)
    atelier_tables.write(test, arguments.test)
    print(f"{len(train)} rows to train on, {len(test)} to test on.")
    mlflow.log_metrics({"rows_train": len(train), "rows_test": len(test)})


if __name__ == "__main__":
    main()
