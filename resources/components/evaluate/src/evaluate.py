"""Measures a classifier on rows that it has not seen."""

import argparse
import json
import math
import os
import sys

import atelier_tables
import joblib
import mlflow
import numpy as np
import pandas as pd
from sklearn import metrics


def roc_curves(labels, probabilities, classes):
    """The ROC curve of each class against the rest, of two classes that of the second alone. A class that the labels
    lack, or that they all are, has none."""
    curves = []
    for i, name in enumerate(classes):
        positive = labels == name
        if (len(classes) == 2 and i == 0) or positive.all() or not positive.any():
            continue
        false_rate, true_rate, threshold = metrics.roc_curve(positive, probabilities[:, i])
        curves.append(pd.DataFrame({"class": str(name), "false_positive_rate": false_rate,
                                    "true_positive_rate": true_rate, "threshold": threshold}))
    return curves


def area(curve):
    return metrics.auc(curve["false_positive_rate"], curve["true_positive_rate"])


def measure(labels, probabilities, classes):
    """The metrics by name, and the ROC curves that one of them is the area of."""
    predicted = np.asarray(classes)[probabilities.argmax(axis=1)]
    curves = roc_curves(labels, probabilities, classes)
    measured = {"accuracy": metrics.accuracy_score(labels, predicted),
                "log_loss": metrics.log_loss(labels, probabilities, labels=classes)}
    if curves:
        measured["auc"] = float(np.mean([area(curve) for curve in curves]))
    matrix = metrics.confusion_matrix(labels, predicted, labels=classes)
    return measured, curves, matrix


def rows_for(table, description):
    """The model's features and the target; ends with a sentence where the table lacks some."""
    wanted = [*description["features"], description["target"]]
    missing = [name for name in wanted if name not in table]
    if missing:
        sys.exit(f"The table lacks columns that the model was trained with: {', '.join(missing)}.")
    labels = table[description["target"]]
    unknown = sorted(set(labels) - set(description["classes"]))
    if unknown:
        sys.exit(f"The column '{description['target']}' holds values that the model has never seen: "
                 f"{', '.join(map(str, unknown[:5]))}; was it trained on another table?")
    if table.empty:
        sys.exit("The table has no rows to test on.")
    return table[description["features"]], labels


def finite(value):
    """For JSON, which has no infinity: scikit-learn's first threshold may be one."""
    return value if math.isfinite(value) else None


def write_json(content, folder, name):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump(content, file, indent=2, ensure_ascii=False, allow_nan=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--table", required=True)
    parser.add_argument("--report", required=True)
    arguments = parser.parse_args()

    with open(os.path.join(arguments.model, "features.json"), encoding="utf-8") as file:
        description = json.load(file)
    model = joblib.load(os.path.join(arguments.model, "model.pkl"))
    features, labels = rows_for(atelier_tables.read(arguments.table), description)
    measured, curves, matrix = measure(labels, model.predict_proba(features), description["classes"])

    os.makedirs(arguments.report, exist_ok=True)
    write_json(measured, arguments.report, "metrics.json")
    write_json({"labels": description["classes"], "matrix": matrix.tolist()}, arguments.report, "confusion_matrix.json")
    write_json([{"class": curve["class"][0], "auc": area(curve),
                 "points": [[finite(value) for value in point] for point in curve.iloc[:, 1:].to_numpy().tolist()]}
                for curve in curves], arguments.report, "roc.json")
    if curves:
        atelier_tables.write(pd.concat(curves, ignore_index=True), os.path.join(arguments.report, "roc.parquet"))
    for name, value in measured.items():
        print(f"{name}: {value:.4f}")
    mlflow.log_metrics(measured)


if __name__ == "__main__":
    main()
