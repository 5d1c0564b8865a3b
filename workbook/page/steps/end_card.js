// <sl-end-card>: what a learner takes away from a lesson, to keep as a picture or on paper.
import { define, make, part } from "../dom.js";
import { readManifest } from "../manifest.js";
import { sentenceFrom, withOneStop } from "../element/sentence.js";
import { storeFor } from "../store.js";
import { strings } from "../strings.js";
import { fill } from "../text.js";
import { download } from "../download.js";

export class EndCardElement extends HTMLElement {
  /** @type {() => void} */ stop = () => {};
  said = make("p", { role: "status", class: "sl-hint" });

  connectedCallback() {
    const around = this.parentElement;
    if (!around) return;
    const refresh = () => this.refresh();
    refresh();
    const stop = storeFor(this).watch(refresh);
    // What a learner has drawn is looked for when the card comes into sight: only then is it needed.
    const sight = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && void this.drawOwn());
    sight.observe(this);
    this.stop = () => {
      stop();
      sight.disconnect();
    };
    around.append(this.said);
    part(around, "picture").addEventListener("click", () => void this.keep());
    part(around, "paper").addEventListener("click", () => {
      const { classList } = document.documentElement;
      classList.add("sl-card-only");
      window.addEventListener("afterprint", () => classList.remove("sl-card-only"), { once: true });
      window.print();
    });
  }

  disconnectedCallback() {
    this.stop();
  }

  /** The line of this lesson, or "". */
  get line() {
    const { lesson } = this.dataset;
    const own = new Set(readManifest().exercises.flatMap((entry) => (entry.lesson === lesson ? [entry.id] : [])));
    const line = storeFor(this)
      .planLines()
      .filter(({ id, cue, action }) => own.has(id) && cue.trim() && action.trim())
      .at(-1);
    if (!line) return "";
    return withOneStop(fill(strings.card_line, sentenceFrom(line, { cue: strings.plan_cue_starts, action: strings.plan_action_starts })));
  }

  refresh() {
    const { line } = this;
    part(this, "issue").textContent = storeFor(this).ownWords("issue") || strings.card_title;
    part(this, "plan").textContent = line || strings.card_no_line;
    this.toggleAttribute("data-line", line !== "");
  }

  /** The last thing that the learner has drawn or run in this lesson stands on the card. */
  async drawOwn() {
    const exercises = /** @type {import("../element/element.js").ExerciseElement[]} */ ([
      ...document.querySelectorAll(".sl-exercise.sl-alive[data-kind]:not(.sl-version[hidden] *)"),
    ]);
    const own = exercises.flatMap((one) => one.takeaway() ?? []).at(-1);
    if (!own) return;
    const { ownPicture } = await import("./card_picture/card_picture.js");
    part(this, "place").replaceChildren(ownPicture(own.sheets));
    part(this, "own").textContent = own.words;
    this.toggleAttribute("data-own", true);
  }

  /** As a picture, drawn on the device. */
  async keep() {
    const [of, issue, plan] = ["of", "issue", "plan"].map((name) => part(this, name).textContent || "");
    const file = await import("./card_picture/card_picture.js")
      .then(({ drawCard }) => drawCard(this, { of, issue, plan, course: this.dataset.course || "" }))
      .catch(() => null);
    if (file) download(this.dataset.file || "card.png", file, "image/png");
    this.said.textContent = file ? strings.card_picture_made : strings.card_no_picture;
  }
}

define("sl-end-card", EndCardElement);
