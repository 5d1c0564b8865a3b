"""What holds for every model: its own checks, its shape, its words, its weight on a page."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame

from systems_leadership.models import MODELS, Check, Model
from workbook.kinds.simulator.simulator import pack

EXAMPLES = int(os.environ.get("MANY", "4"))  # settings drawn for each model
CHECKS = [(model, check) for model in MODELS.values() for check in model.checks]
EACH_MODEL = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)


@pytest.mark.parametrize("model, check", CHECKS, ids=[f"{m.name}-{c.id}" for m, c in CHECKS])
def test_check_holds(model: Model, check: Check) -> None:
    assert check.holds(), f"{model.name}: {check.says}"


@cache
def grid(name: str) -> list[DataFrame]:
    """Every run that a page holds of one model, made once for all tests."""
    return MODELS[name].grid()


@EACH_MODEL
def test_shape(model: Model) -> None:
    assert len(model.controls) <= 5 and len(model.page_controls) <= 3
    assert len(model.series) <= 3 and len(model.points) <= 40
    assert len({check.id for check in model.checks}) == len(model.checks) > 0
    words = model.words
    assert words.assumptions and words.invented and words.cannot_answer.endswith("?") and model.sources
    for control in model.controls:
        assert control.default in control.steps and list(control.steps) == sorted(control.steps)
        assert control.low <= control.steps[0] and control.steps[-1] <= control.high
        assert len(control.names) == (len(control.steps) if control.named else 0)
    run = model.run()
    assert tuple(run.columns) == model.columns and tuple(run.index) == tuple(model.points)


@EACH_MODEL
def test_page_grid_is_light(model: Model) -> None:
    """At most 125 runs, 40 KB as whole numbers, and short sentences; `make bench` says how long it takes."""
    runs = grid(model.name)
    assert len(runs) <= 125
    values = np.stack([run.to_numpy() for run in runs])
    top = values.max(axis=(0, 1))
    scaled = np.rint(values / np.where(top > 0, top, 1) * 999).astype(int)
    assert len(json.dumps(scaled.tolist(), separators=(",", ":"))) < 40_000
    assert max(len(model.sentence(run).split()) for run in runs) <= 30


@EACH_MODEL
def test_a_page_says_what_its_table_shows(model: Model) -> None:
    """20.52 is kept as 20.5, which the table rounds to 20: then the sentence must not say 21."""
    packed, bulk = pack(model, grid(model.name))
    size = 10.0 ** np.array(packed["decimals"])[:, None]
    for values, said in zip(bulk["values"], bulk["sentences"], strict=True):
        shown = DataFrame((np.array(values) / size).T, model.points, model.columns)
        assert said == model.sentence(shown)


@EACH_MODEL
def test_grid_gives_what_run_gives(model: Model) -> None:
    runs = grid(model.name)
    for run in (runs[0], runs[-1]):
        again = model.run(**run.attrs["settings"])
        assert np.allclose(run, again, rtol=1e-9, atol=1e-9)
        assert model.sentence(run) == model.sentence(again)


@EACH_MODEL
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_whole_range(model: Model, data: st.DataObject) -> None:
    """Any setting in range gives finite values, none below nothing, the same each time, and a sentence."""
    chosen = {
        c.name: data.draw(st.sampled_from(c.steps) if c.named else st.floats(c.low, c.high), label=c.name)
        for c in model.controls
    }
    run = model.run(**chosen)
    assert np.isfinite(run.to_numpy()).all() and (run.to_numpy() >= 0).all()
    assert run.equals(model.run(**chosen))
    assert 0 < len(model.sentence(run).split()) <= 30
    for series in model.series:
        if series.band:
            low, high = (run[edge] for edge in series.band)
            assert (low <= run[series.name] + 1e-9).all() and (run[series.name] <= high + 1e-9).all()


@EACH_MODEL
def test_refusals_say_what_is_allowed(model: Model) -> None:
    control = model.controls[0]
    refused: tuple[Any, ...] = (control.high + 1, float("nan"), "many")
    for wrong in refused:
        with pytest.raises(ValueError, match=f"{control.name} takes"):
            model.run(**{control.name: wrong})
    with pytest.raises(TypeError, match="has no control 'wishes'"):
        model.run(wishes=3)
