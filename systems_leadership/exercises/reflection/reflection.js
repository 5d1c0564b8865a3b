// <sl-reflection>: What? So what? Now what?
import { defineKind } from "../base/exercise.js";
import { FieldsElement, textsOnly } from "../base/fields.js";

export class ReflectionElement extends FieldsElement {}

defineKind("reflection", ReflectionElement, {
  valid: textsOnly(["what", "so_what", "now_what"]),
  done: (value) => Object.values(value).some((text) => text.trim() !== ""),
});
