"""When a page can be used: on this machine, and on a slow phone."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page

from tests.support.answering import begin_game, decide, play_round

TIMES = 5
ROUNDS = 3

#: Notes when the first exercise comes alive, in ms after navigation began.
WATCH_ALIVE = """new MutationObserver((_, watch) => {
  if (!document.querySelector('.sl-exercise.sl-alive')) return;
  window.aliveAt = performance.now();
  watch.disconnect();
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });"""
USABLE = "window.aliveAt ?? performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"

WATCH_PAINT = """window.paints = []; window.tasks = [];
for (const [type, found] of [['largest-contentful-paint', window.paints], ['longtask', window.tasks]])
  new PerformanceObserver(list => found.push(...list.getEntries())).observe({ type, buffered: true });"""
PHONE = """() => ({
  paint: window.paints.at(-1)?.startTime ?? NaN,
  load: performance.getEntriesByType('navigation')[0].loadEventEnd,
  blocking: window.tasks.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0),
})"""
#: 1.6 Mbit/s down and half up, 150 ms, a processor four times slower.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
SLOWER = 4

#: Move every control of a simulator through all its steps; ms for each, layout included.
MOVES = """exercise => [...exercise.querySelectorAll('.sl-controls input[type=range]')].flatMap(slider =>
  Array.from({ length: Number(slider.max) + 1 }, (_, step) => {
    slider.value = String(step);
    const start = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    exercise.getBoundingClientRect();
    return performance.now() - start;
  }))"""


@dataclass(frozen=True)
class Phone:
    """Seconds to the largest paint and to load, ms of blocking."""

    paint: float
    load: float
    blocking: float


def usable(browser: Browser, url: str) -> float:
    """Seconds until the first exercise is alive or, without any, the page's scripts have run: the median."""

    def once() -> float:
        context = browser.new_context()
        context.add_init_script(WATCH_ALIVE)
        page = context.new_page()
        page.goto(url, wait_until="load")
        found: float = page.evaluate(USABLE)
        context.close()
        return found / 1000

    return median(once() for _ in range(TIMES))


def phone(browser: Browser, url: str) -> Phone:
    """The same page on a slow phone: the median of each measure."""
    found = [_on_phone(browser, url) for _ in range(TIMES)]
    return Phone(*(median(getattr(one, name) for one in found) for name in ("paint", "load", "blocking")))


def _on_phone(browser: Browser, url: str) -> Phone:
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=2, is_mobile=True)
    context.add_init_script(WATCH_PAINT)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="networkidle")
    found = page.evaluate(PHONE)
    context.close()
    return Phone(found["paint"] / 1000, found["load"] / 1000, found["blocking"])


#: A press, and the next desk and its picture laid out.
TURN = """async () => { const start = performance.now();
  document.querySelector("[data-part=live-pass]").click();
  await null; // the picture is drawn in a microtask
  void document.body.offsetHeight;
  return performance.now() - start; }"""
TURNS = 7  # of the eight of a round


def turns(page: Page) -> list[float]:
    """ms from each press that ends a turn of a game to the next one laid out, with a processor four times slower.

    Of three rounds, seven turns each.
    """
    game = page.locator("[data-kind=game]")
    session = page.context.new_cdp_session(page)
    begin_game(game)
    took: list[float] = []
    for _ in range(3):
        decide(game)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        for _ in range(TURNS):
            took.append(page.evaluate(TURN))
            if game.locator("fieldset:has([type=radio]):not(:has(:checked))").count():
                decide(game)  # Half the time is over: what is pooled is agreed again.
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        play_round(game)
        game.locator("[data-part=stage] button.sl-main").click()
    return took


def moves(page: Page, id: str) -> list[float]:
    """ms from each move of a control of a simulator to the redrawn chart; the first run must be made."""
    found: list[float] = page.locator(f"#{id}").evaluate(MOVES)
    return found


#: How soon a handle changes the picture, layout included, in ms, for each step of the first handle.
HANDLES = """exercise => {
  const slider = exercise.querySelector('[data-part=controls] input[type=range]');
  const scene = exercise.querySelector('[data-part=scene]');
  if (!slider || !scene) return [];
  return Array.from({ length: Number(slider.max) + 1 }, (_, step) => {
    slider.value = String(step);
    const start = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    scene.getBoundingClientRect();
    return performance.now() - start;
  }); }"""
#: Frames a second while the picture plays, over two seconds of it.
FRAMES = """exercise => new Promise(done => {
  const play = exercise.querySelector('[data-part=player] button');
  play.click();
  const first = performance.now();
  let frames = 0;
  const count = now => {
    frames += 1;
    if (now - first < 2000) return requestAnimationFrame(count);
    play.click();
    done(frames * 1000 / (now - first));
  };
  requestAnimationFrame(count); })"""


def picture(page: Page, id: str) -> tuple[list[float], float] | None:
    """With a processor four times slower: ms from each move of the first handle to the picture, and frames a second.

    Each is the median of several rounds, since a machine has other things to do. None where a model has no picture.
    The first run must be made.
    """
    exercise = page.locator(f"#{id}")
    if not exercise.locator("[data-part=scene]").count():
        return None
    exercise.locator("[data-part=player] button").first.wait_for()
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    frames = median(exercise.evaluate(FRAMES) for _ in range(ROUNDS))
    moved = [median(one) for one in zip(*(exercise.evaluate(HANDLES) for _ in range(ROUNDS)), strict=True)]
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return moved, frames
