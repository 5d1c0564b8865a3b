"""A page in the browser's memory, as Back finds it: the browser of the tests keeps none, so it is done to the page."""

from __future__ import annotations

#: Run before the page's own scripts: while `away` is true, the page hears of other tabs by neither way.
DEAF = """{
  const deaf = event => window.away && event.stopImmediatePropagation();
  window.addEventListener('storage', deaf);
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) { super(name); this.addEventListener('message', deaf); }
  };
}"""
