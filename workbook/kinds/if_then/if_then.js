// <sl-if-then>: one line of the plan, a cue and an action.
import { defineKind } from "../../page/element/element.js";
import { FieldsElement } from "../../page/element/fields.js";

export class IfThenElement extends FieldsElement {}

defineKind("if-then", IfThenElement);
