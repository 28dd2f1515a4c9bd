"""The notebooks run from beginning to end, and the README's and the documentation's examples are true."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

import whosaid

PACKAGE = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted(PACKAGE.glob("examples/*.ipynb"))


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_runs(file: Path, tmp_path: Path) -> None:
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    notebook = nbformat.read(file, as_version=4)
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()


def test_there_are_notebooks() -> None:
    assert [file.stem for file in NOTEBOOKS] == ["sources_by_month", "web_archive"]


def test_the_examples_in_words_are_true() -> None:
    readme = doctest.testfile(str(PACKAGE / "README.md"), module_relative=False, encoding="utf-8")
    module = doctest.testmod(whosaid)
    assert readme.attempted >= 3 and module.attempted >= 3
    assert readme.failed == module.failed == 0
