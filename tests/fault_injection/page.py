"""A small page for many sequences: the exercises of a few kinds and the portfolio, and no script besides theirs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support import sample
from tests.support.away import DEAF
from workbook import bundle
from workbook.bundle import all_chunks
from workbook.course import current
from workbook.lesson import Lesson, by_page
from workbook.rendering import render

KINDS = (
    *("case", "causal-map", "choice", "free-recall", "if-then", "issue", "plan", "reflection", "scale"),
    *("sort", "stakeholders", "timeline", "trade-off"),
)
WITHOUT = ("sample-map",)  # It asks for a click at each link.
PAGE = sample.PAGE

# Lets a test break the storage of a page and mend it again, and set its clock.
BREAKABLE = """(() => {
  const set = Storage.prototype.setItem, get = Storage.prototype.getItem;
  Storage.prototype.setItem = function (key, text) {
    if (window.trouble === 'full') throw new DOMException('no room', 'QuotaExceededError');
    if (window.trouble === 'blocked') throw new DOMException('denied', 'SecurityError');
    if (window.failing === 'write') { window.failing = ''; throw new DOMException('once', 'SecurityError'); }
    return set.call(this, key, text);
  };
  Storage.prototype.getItem = function (key) {
    if (window.trouble === 'blocked') throw new DOMException('denied', 'SecurityError');
    if (window.failing === 'read') { window.failing = ''; throw new DOMException('once', 'SecurityError'); }
    return get.call(this, key);
  };
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...given) { given.length ? super(...given) : super(RealDate.now() - (window.late || 0)); }
  };
  /** Type into a field: the whole text, or one more word; then leave it, or not. */
  window.type = (id, name, text, more, leave) => {
    const field = document.getElementById(id).querySelector(`[name=${name}]`);
    field.focus();
    field.value = more ? `${field.value} ${text}`.trim() : text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (leave) field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    return window.said(id);
  };
  window.pick = (id, option) => {
    const one = document.getElementById(id);
    one.querySelector(`input[value=${option}]`).click();
    one.querySelector('button[type=submit]').click();
    return window.said(id);
  };
  const left = field => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  window.sort = (item, place, check) => {
    const one = document.getElementById('sample-sort'), radio = one.querySelector(`[data-item=${item}] input[value=${place}]`);
    radio.checked = true;
    radio.dispatchEvent(new Event('change', { bubbles: true }));
    left(radio);
    if (check) one.querySelector('form button[type=submit]').click();
    return window.said('sample-sort');
  };
  window.listed = (name, power) => {
    const one = document.getElementById('sample-people'), field = one.querySelector('[data-draft]');
    field.value = name;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    const select = [...one.querySelectorAll('[data-person]')].find(row => row.querySelector('[name=who]').value === name)?.querySelector('[name=power]');
    if (select) {
      select.value = power;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      left(select);
    }
    return window.said('sample-people');
  };
  /** Press one of the radio buttons or boxes that are in sight, and perhaps the button that ends their form. */
  window.press = (id, at, check) => {
    const one = document.getElementById(id);
    const shown = [...one.querySelectorAll('input[type=radio], input[type=checkbox]')].filter(input => !input.disabled && input.checkVisibility());
    const input = shown[Math.floor(at * shown.length)];
    if (input) {
      input.click();
      left(input);
      if (check) input.form.querySelector('button[type=submit]')?.click();
    }
    return window.said(id);
  };
  window.dated = (id, day) => {
    const field = document.getElementById(id).querySelector('[name=day]');
    field.value = day;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    left(field);
    return window.said(id);
  };
  window.draw = (name, at) => {
    const one = document.getElementById('sample-own-map');
    const [factor, link] = ['factor', 'link'].map(what => one.querySelector(`[data-part=add-${what}]`));
    factor.querySelector('[name=new]').value = name;
    factor.querySelector('button').click();
    const [cause, effect] = link.querySelectorAll('select');
    cause.selectedIndex = cause.options.length - 1;
    effect.selectedIndex = 1 + Math.floor(at * (effect.options.length - 2));
    link.querySelector('input[value=same]').checked = true;
    link.querySelector('button').click();
    left(cause);
    return window.said('sample-own-map');
  };
  const seen = (root, test) => new Promise((done, fail) => {
    const ask = () => test() && (watch.disconnect(), done());
    const watch = new MutationObserver(ask);
    watch.observe(root, { childList: true, subtree: true });
    setTimeout(() => fail(Error(`never: ${test}`)), 10000);
    ask();
  });
  const review = () => document.querySelector('sl-portfolio .sl-review form');
  window.bring = async text => {
    const field = document.getElementById('sl-bring'), given = new DataTransfer();
    given.items.add(new File([text], 'p.json', { type: 'application/json' }));
    field.files = given.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await seen(document.querySelector('sl-portfolio'), review);
  };
  window.take = async which => {
    for (const radio of review().querySelectorAll(`input[value=${which}]`)) radio.click();
    review().querySelector('button[type=submit]').click();
    await seen(document.querySelector('sl-portfolio'), () => !review());
  };
  window.eraseAll = () => {
    document.querySelector('.sl-erase button').click();
    [...document.querySelectorAll('.sl-erase button')].at(-1).click();
  };
  window.share = () => {
    const box = document.getElementById('sl-shared');
    if (!box.checked) box.click(); // A tab that crashed has left its mark.
  };
  window.meet = (what, how) => { window[what] = how; };
  window.leave = () => {
    window.away = true;
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  };
  window.comeBack = emptied => {
    window.away = false;
    if (emptied) for (const form of document.forms) form.reset();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  };
  /** Type at a moment, in milliseconds, that other tabs know too; what it said is asked for afterwards. */
  let typing = null;
  window.typeAt = (at, ...given) => {
    typing = new Promise(done => setTimeout(() => done(window.type(...given, false, true)), at - performance.timeOrigin - performance.now()));
  };
  window.typed = () => typing;
  window.savedNow = id => {
    window.trouble = '';
    document.getElementById(id).save();
    return window.said(id);
  };
  window.said = id => {
    const one = document.getElementById(id);
    const line = one.forgotten ? '' : one.querySelector('[data-part=saved]').textContent; // It is about to come anew.
    return { line, problem: Boolean(one.querySelector('.sl-problem')), value: one.read() };
  };
})()"""


@cache
def html() -> str:
    """The page, its scripts inside it."""
    return with_scripts({name: text for name, (_, text) in bundle.scripts(current()).items()})


def with_scripts(texts: Mapping[str, str]) -> str:
    """The page with other scripts, such as those with a fault; ``texts`` by their names."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / sample.FILE.name
        path.write_text(sample.text(*KINDS), encoding="utf-8")
        lesson = Lesson("sample", current(), path)
    specs = [spec for spec in lesson.specs.values() if spec.kind in KINDS and spec.id not in WITHOUT]
    listed = [
        {"id": one.id, "kind": one.kind, "title": one.title, "lesson": "sample", "page": "sample"} for one in specs
    ]
    manifest = {"course": sample.COURSE, "root": "", "lessons": {"sample": "A sample"}, "pages": by_page(listed)}
    chunks = all_chunks(current().package)
    rooms = {kind.replace("-", "_") for kind in KINDS} | {"portfolio", "map_files"}
    wanted = [name for name, chunk in chunks.items() if rooms & {name, *chunk.rooms}]
    order = dict.fromkeys(one for name in wanted for one in (*chunks[name].needs, name))
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Sample</title>'
        f'<link rel="icon" href="data:,"></head><body><main><h1>Sample</h1><script>{DEAF}{BREAKABLE}</script>'
        f"{''.join(render(spec, 'sample', current()) for spec in specs)}<sl-portfolio></sl-portfolio></main>"
        f'<script type="application/json" id="sl-course">{json.dumps(manifest)}</script>'
        f"{''.join(f'<script>{texts[name]}</script>' for name in order)}</body></html>"
    )
