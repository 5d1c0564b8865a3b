// <sl-issue>: the learner's own wicked issue; later prompts speak of it by its name.
import { make } from "../../page/dom.js";
import { defineKind } from "../../page/element/element.js";
import { FieldsElement } from "../../page/element/fields.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";

export class IssueElement extends FieldsElement {
  enhance() {
    for (const field of this.fields()) if (field.maxLength > 0) this.count(field);
  }

  /** A name is short: how much of its room is left is told before the browser cuts it. @param {HTMLInputElement | HTMLTextAreaElement} field */
  count(field) {
    const told = make("p", { class: "sl-hint", hidden: "" });
    field.after(told);
    field.addEventListener("input", () => {
      const [n, most] = [field.value.length, field.maxLength];
      told.hidden = n < most - 20;
      told.textContent = fill(n < most ? strings.issue_room : strings.issue_full, { n: most - n, most });
      if (n >= most) this.say(told.textContent);
    });
  }
}

defineKind("issue", IssueElement);
