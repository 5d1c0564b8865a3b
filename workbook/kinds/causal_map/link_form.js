// The form for a link of a map of one's own: its two factors, its way, and whether it is late.
import { make, part } from "../../page/dom.js";
import { clearMessages } from "../../page/element/message.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { linkSentence } from "./readout.js";
import { MAX_LINKS } from "./value.js";

/** @typedef {import("./loops.js").Link} Link */

/** @param {import("./build.js").BuildMap} desk where the map is built */
export function linkForm(desk) {
  const form = part(desk.host, "add-link");
  const [cause, effect] = form.querySelectorAll("select");
  const [same, opposite, delay] = form.querySelectorAll("input");
  /** @type {Link | null} the link that was put into the form */
  let changing = null;

  /** Put a link into the form, or clear it. @param {Link | null} link */
  const put = (link) => {
    if (!desk.host.unsaved) clearMessages(desk.host); // What was missing is there.
    changing = link;
    cause.value = link ? link.cause : "";
    effect.value = link ? link.effect : "";
    same.checked = link?.way === "same";
    opposite.checked = link?.way === "opposite";
    delay.checked = link?.delay ?? false;
    desk.canvas.unpick();
  };

  /** What to choose from; what is chosen stays so. */
  const offer = () => {
    const { factors } = desk.map;
    for (const select of [cause, effect]) {
      const picked = select.value;
      const options = factors.map((one) => make("option", { value: one.id }, desk.nameOf(one.id)));
      select.replaceChildren(make("option", { value: "" }, strings.map_choose), ...options);
      select.value = factors.some((one) => one.id === picked) ? picked : "";
    }
  };

  form.addEventListener("submit", () => {
    const way = same.checked ? "same" : opposite.checked ? "opposite" : null;
    const open = !cause.value ? cause : !effect.value ? effect : same.closest("fieldset");
    if (open && (!cause.value || !effect.value || !way)) return desk.refuse(strings.map_link_missing, open);
    if (cause.value === effect.value) return desk.refuse(strings.map_link_self, effect);
    const { links } = desk.map;
    const link = { cause: cause.value, effect: effect.value, way: /** @type {Link["way"]} */ (way), delay: delay.checked };
    const there = links.findIndex((one) => one.cause === link.cause && one.effect === link.effect);
    if (there < 0 && links.length >= MAX_LINKS) return desk.refuse(fill(strings.map_full, { n: MAX_LINKS }), cause);
    // Another way, and not through 'Change': the learner may believe both links.
    const both = there >= 0 && links[there] !== changing && links[there].way !== way;
    if (there < 0) links.push(link);
    else links[there] = link;
    put(null);
    desk.changed();
    cause.focus();
    const told = fill(there < 0 ? strings.map_added_link : both ? strings.map_replaced_link : strings.map_changed_link, {
      sentence: linkSentence(link, desk.nameOf),
    });
    desk.tell("link", `${told} ${desk.count}`);
  });
  return { cause, put, offer };
}
