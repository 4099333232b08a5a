"""Trains a gradient boosting classifier and logs its loss for every iteration."""

import argparse
import json
import os
import sys
import time

import atelier_tables
import joblib
import mlflow
import pandas as pd
import sklearn
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.utils.multiclass import type_of_target


def features_and_labels(table, target):
    """The columns to learn from and the column to learn; ends with a sentence where they are of no use."""
    if target not in table:
        sys.exit(f"The table has no column '{target}' to predict; its columns are: {', '.join(table)}.")
    features, labels = table.drop(columns=target), table[target]
    odd = [name for name in features if not pd.api.types.is_numeric_dtype(features[name])]
    if odd:
        sys.exit(f"Only numbers can be learnt from, and these columns hold none: {', '.join(odd)}; encode or drop them.")
    kind = type_of_target(labels)
    if kind not in ("binary", "multiclass"):
        sys.exit(f"The column '{target}' is {kind}; this component tells classes apart.")
    if labels.nunique() < 2:
        sys.exit(f"The column '{target}' holds one value alone; there is nothing to tell apart.")
    return features, labels


def train(features, labels, on_loss, **settings):
    """The fitted model; `on_loss(iteration, loss)` is called after each iteration, counted from 1."""
    def after(iteration, model, _):
        on_loss(iteration + 1, float(model.train_score_[iteration]))
        return False  # do not stop early

    return GradientBoostingClassifier(**settings).fit(features, labels, monitor=after)


def save(model, features, target, folder):
    os.makedirs(folder, exist_ok=True)
    joblib.dump(model, os.path.join(folder, "model.pkl"))
    description = {"target": target, "classes": model.classes_.tolist(), "features": list(features),
                   "library": f"scikit-learn {sklearn.__version__}"}
    with open(os.path.join(folder, "features.json"), "w", encoding="utf-8") as file:
        json.dump(description, file, indent=2, ensure_ascii=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", required=True)
    parser.add_argument("--target", required=True)
    parser.add_argument("--n-estimators", type=int, default=100)
    parser.add_argument("--learning-rate", type=float, default=0.1)
    parser.add_argument("--max-depth", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--pause", type=float, default=0)
    parser.add_argument("--model", required=True)
    arguments = parser.parse_args()

    features, labels = features_and_labels(atelier_tables.read(arguments.table), arguments.target)
    settings = {name: getattr(arguments, name) for name in ("n_estimators", "learning_rate", "max_depth")}
    mlflow.log_params(settings)

    def on_loss(iteration, loss):
        mlflow.log_metric("loss", loss, step=iteration)
        print(f"iteration {iteration} of {arguments.n_estimators}: loss {loss:.6f}", flush=True)
        time.sleep(arguments.pause)

    model = train(features, labels, on_loss, random_state=arguments.seed, **settings)
    mlflow.log_metric("accuracy_train", model.score(features, labels))
    save(model, features, arguments.target, arguments.model)


if __name__ == "__main__":
    main()
