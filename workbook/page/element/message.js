// A message about a control: beside it, tied to it, and in sight.
import { make, part } from "../dom.js";

let count = 0;

/**
 * Show a problem beside the control it is about; where there is none, at the foot of the exercise.
 * @param {HTMLElement} exercise
 * @param {string} text
 * @param {Element | null} [at] the control in use, if it is left out
 */
export function showMessage(exercise, text, at = document.activeElement) {
  clearMessages(exercise);
  const control = at && at !== exercise && exercise.contains(at) ? at : null;
  if (!control) {
    const foot = part(exercise, "saved");
    foot.classList.add("sl-problem");
    foot.textContent = text;
    return;
  }
  const id = `sl-message-${(count += 1)}`;
  const message = make("p", { class: "sl-problem sl-message", id }, text);
  const place = control.closest(".sl-field, label, summary, .sl-message-place") || control;
  place.after(message);
  control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") || ""} ${id}`.trim());
  if (control.matches("input, textarea, select")) control.setAttribute("aria-invalid", "true");
  bringIntoView(control); // An older message above it, which went, may have moved it out of the window.
  bringIntoView(message);
}

/**
 * What is still to be done: told as a problem, and gone once something is done, set or drawn. Other problems stay.
 * @param {HTMLElement & { report: (text: string, at?: Element | null) => void }} exercise
 * @param {string} text
 * @param {Element | null} [at]
 */
export function reportMissing(exercise, text, at) {
  exercise.report(text, at);
  const message = exercise.querySelector(".sl-message");
  const gone = () => message?.isConnected && clearMessages(exercise);
  for (const done of ["input", "drawn"]) exercise.addEventListener(done, gone, { once: true });
}

/** Take the messages of an exercise away. @param {HTMLElement} exercise */
export function clearMessages(exercise) {
  part(exercise, "saved").classList.remove("sl-problem");
  for (const message of exercise.querySelectorAll(".sl-message")) {
    for (const control of exercise.querySelectorAll(`[aria-describedby~="${message.id}"]`)) {
      const others = (control.getAttribute("aria-describedby") || "").split(" ").filter((id) => id !== message.id);
      if (others.length) control.setAttribute("aria-describedby", others.join(" "));
      else control.removeAttribute("aria-describedby");
      control.removeAttribute("aria-invalid");
    }
    message.remove();
  }
}

/**
 * Scroll only as far as needed for something to be seen whole; its beginning, where it is taller than the window.
 * @param {Element} element
 */
export function bringIntoView(element) {
  const box = element.getBoundingClientRect();
  const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  if (box.top >= top && box.bottom <= window.innerHeight) return;
  element.scrollIntoView({ block: box.height > window.innerHeight - top || box.top < top ? "start" : "end", behavior: "auto" });
}
