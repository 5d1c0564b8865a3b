// Exercises that are answered in the learner's own words: named text fields, saved as one types.
import { textOf } from "../dom.js";
import { ExerciseElement } from "./element.js";
import { wellFormed } from "../text.js";

export class FieldsElement extends ExerciseElement {
  /** @returns {(HTMLInputElement | HTMLTextAreaElement)[]} */
  fields() {
    return [...this.querySelectorAll("textarea, input[type=text]")].filter(
      (one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement,
    );
  }

  read() {
    return Object.fromEntries(this.fields().map((field) => [field.name, wellFormed(field.value)]));
  }

  /** @param {Record<string, string>} value */
  show(value) {
    for (const field of this.fields()) {
      field.value = value[field.name] ?? "";
      const fold = field.closest("details");
      if (fold && field.value) fold.open = true; // What one has written is in sight.
    }
    return true;
  }

  /** @param {Record<string, string>} value */
  summary(value) {
    return this.fields().map((field) => [labelOf(this, field), value[field.name] ?? ""]);
  }
}

/**
 * The words beside a field.
 * @param {ParentNode} root
 * @param {HTMLElement} field
 */
export function labelOf(root, field) {
  const label = root.querySelector(`label[for="${field.id}"]`);
  return label ? textOf(label) : "";
}
