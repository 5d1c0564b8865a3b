"""What the eye would measure: is all of it within the window, does a name cover another or stick out of its box."""

from __future__ import annotations

from playwright.sync_api import ViewportSize

#: A phone and an office screen, as the issue on exercises names them.
SCREENS: list[ViewportSize] = [{"width": 390, "height": 844}, {"width": 1280, "height": 800}]

#: Is the last thing that a selector finds within the window; its beginning, where it is taller than that.
SEEN_WHOLE = """at => {
  const box = [...document.querySelectorAll(at)].filter(one => one.checkVisibility()).at(-1).getBoundingClientRect();
  return box.top >= -1 && (box.bottom <= innerHeight + 1 || (box.height > innerHeight && box.top < innerHeight / 2));
}"""

#: Pairs that cover each other, and words wider or taller than their box.
OVERLAPS = """at => {
  const all = [...document.querySelectorAll(at)].filter(one => one.checkVisibility());
  const boxes = all.map(one => one.getBoundingClientRect());
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const found = boxes.flatMap((a, n) => boxes.slice(n + 1).flatMap((b, m) => over(a, b) ? [`${all[n].textContent} / ${all[n + 1 + m].textContent}`] : []));
  return [...found, ...all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => `cut: ${one.textContent}`)];
}"""
