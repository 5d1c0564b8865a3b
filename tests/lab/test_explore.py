"""A model in a live JupyterLab: run with any value, plotted, explored with plain ipywidgets sliders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Page

from tests.support.jupyterlab import SLOW, Lab, run_all, running
from tests.support.visits import Visits

CELLS = (
    "from systems_leadership import models\nrun = models.discharge.run(extra_money=1234, to_care=61.5)",
    "explorer = models.discharge.explore()\nexplorer",
)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("models")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = new_notebook(cells=[new_code_cell(source) for source in CELLS], metadata=kernel)
    nbformat.write(notebook, folder / "models.ipynb")
    with running(folder, tmp_path_factory.mktemp("home")) as started:
        yield started


@pytest.fixture(scope="module")
def page(lab: Lab, browser: Browser) -> Iterator[Page]:
    visits = Visits(browser, lab.url)
    opened = visits.context(viewport={"width": 1300, "height": 1000}).new_page()
    opened.goto(f"{lab.url}/lab/tree/{Path('models.ipynb')}")
    opened.locator(".jp-Notebook .jp-CodeCell").nth(1).wait_for(timeout=SLOW)
    run_all(opened, "() => document.querySelector('sl-chart svg')")
    yield opened
    visits.close()


def test_any_value_gives_a_table_that_pandas_plots(page: Page, lab: Lab) -> None:
    assert lab.run("print(type(run).__name__, run.attrs['settings']['to_care'])").split() == ["DataFrame", "61.5"]


def test_a_slider_moves_chart_and_sentence(page: Page, lab: Lab) -> None:
    sentence = page.locator("figcaption")
    before = sentence.inner_text()
    sliders = page.locator(".jupyter-widgets.widget-slider")
    assert sliders.count() == int(lab.run("print(sum(1 for c in explorer.model.controls if not c.names))"))
    handle = sliders.nth(1).locator(".noUi-handle")
    handle.focus()
    handle.press("End")
    sentence.filter(has_not_text=before).wait_for(timeout=SLOW)
    assert lab.run("print(explorer.sliders['to_care'].value)").strip() == "100.0"
    wanted = "print(explorer.model.sentence(explorer.model.run(to_care=100)))"
    assert sentence.inner_text() == lab.run(wanted).strip()
    assert page.locator("sl-chart svg desc").text_content()


def test_the_sliders_cover_the_whole_range(page: Page, lab: Lab) -> None:
    code = "print(all((explorer.sliders[c.name].min, explorer.sliders[c.name].max) == (c.low, c.high) for c in %s))"
    assert lab.run(code % "explorer.model.controls").strip() == "True"


def test_a_refused_value_names_the_range(page: Page, lab: Lab) -> None:
    with pytest.raises(RuntimeError, match="to_care takes a number from 0 to 100"):
        lab.run("models.discharge.run(to_care=101)")
