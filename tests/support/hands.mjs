// Uses the controls of an exercise at random, with every value that they let through. Run in the page.
(() => {
  const TEXTS = [
    "",
    " ",
    "x",
    "own words",
    "x".repeat(5000),
    "a\nb\r\nc",
    "\u0000\u0007",
    "\ud800",
    "\u202eabc",
    "e\u0301",
    "👩‍👩‍👧",
    "<b>",
    "=1+1",
    "__proto__",
    "constructor",
    "null",
    "0",
  ];
  const NUMBERS = ["", "0", "-1", "1e308", "-0", "0.1", "99999999999999999999", "3"];
  const DAYS = [
    "",
    "2026-12-01",
    "3027-05-01",
    "20277-05-01",
    "275760-09-13",
    "0002-01-01",
    "0020-02-02",
    "1999-12-31",
    "2000-02-29",
    "2999-12-31",
  ];
  const TIMES = ["", "00:00", "23:59", "12:30:15.123"];
  const MONTHS = ["", "2026-12", "9999-01"];

  /** Numbers from 0 up to 1, the same for the same seed. */
  const numbers = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const SKIPPED = "[type=file], [data-take], [data-part=calendar], [type=hidden], .sl-earlier button";

  const use = (control, random) => {
    const any = (all) => all[Math.floor(random() * all.length)];
    const set = (value) => {
      const kind =
        control instanceof HTMLTextAreaElement
          ? HTMLTextAreaElement
          : control instanceof HTMLSelectElement
            ? HTMLSelectElement
            : HTMLInputElement;
      Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(control, value);
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    };
    if (control.matches("button, summary, [type=radio], [type=checkbox]")) control.click();
    else if (control.matches("select")) set(any([...control.options]).value);
    else if (control.matches("[type=number]")) set(any(NUMBERS));
    else if (control.matches("[type=range]"))
      set(String(Number(control.min || 0) + random() * (Number(control.max || 100) - Number(control.min || 0))));
    else if (control.matches("[type=date]")) set(any(DAYS));
    else if (control.matches("[type=time]")) set(any(TIMES));
    else if (control.matches("[type=month]")) set(any(MONTHS));
    else set(control.maxLength > 0 ? any(TEXTS).slice(0, control.maxLength) : any(TEXTS));
    return `${control.tagName} ${control.name || control.dataset.part || control.textContent.trim().slice(0, 20)} ${control.type === "date" || control.type === "number" ? control.value : ""}`;
  };

  /** @returns {string[]} steps, the last one with what is wrong after it; none, where all is well */
  window.useControls = (id, seed, steps) => {
    const exercise = document.getElementById(id);
    const random = numbers(seed);
    const done = [];
    for (let n = 0; n < steps; n += 1) {
      const controls = [...exercise.querySelectorAll("input, select, textarea, button")].filter(
        (one) => !one.disabled && !one.matches(SKIPPED),
      );
      if (!controls.length) return [];
      done.push(use(controls[Math.floor(random() * controls.length)], random));
      const value = JSON.parse(JSON.stringify(exercise.read()));
      if (!workbook.isAnswer(exercise.kind, value)) return [...done, `no answer of its kind: ${JSON.stringify(value).slice(0, 600)}`];
    }
    exercise.save();
    return [];
  };
})();
