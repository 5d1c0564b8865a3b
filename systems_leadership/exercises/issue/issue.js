// <sl-issue>: the learner's own wicked issue; later prompts speak of it by its name.
import { defineKind } from "../base/exercise.js";
import { FieldsElement, textsOnly } from "../base/fields.js";

export class IssueElement extends FieldsElement {}

defineKind("issue", IssueElement, {
  valid: textsOnly(["name", "touches", "place"]),
  done: (value) => value.name.trim() !== "",
});
