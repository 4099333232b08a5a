"""Lets a job find Atelier's modules last: a real `mlflow` that is installed anywhere comes first.

PYTHONPATH itself comes first and would hide the real package, so it names this folder, which holds only this file.
"""

import importlib.util
import os
import sys
from importlib.machinery import PathFinder

_here = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(os.path.dirname(_here), "modules"))


def _run_the_next_sitecustomize():
    """Python runs only the first on the path; the one that this file hides (Debian's, a company's) runs too."""
    others = [entry for entry in sys.path if os.path.abspath(entry or os.curdir) != _here]
    spec = PathFinder.find_spec("sitecustomize", others)
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


_run_the_next_sitecustomize()
