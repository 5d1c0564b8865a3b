// <sl-if-then>: one line of the plan, a cue and an action.
import { defineKind } from "../base/exercise.js";
import { FieldsElement, textsOnly } from "../base/fields.js";

export class IfThenElement extends FieldsElement {}

defineKind("if-then", IfThenElement, {
  valid: textsOnly(["cue", "action"]),
  done: (value) => value.cue.trim() !== "" && value.action.trim() !== "",
});
