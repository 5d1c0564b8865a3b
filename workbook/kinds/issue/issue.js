// <sl-issue>: the learner's own wicked issue; later prompts speak of it by its name.
import { defineKind } from "../../page/element/element.js";
import { FieldsElement } from "../../page/element/fields.js";

export class IssueElement extends FieldsElement {}

defineKind("issue", IssueElement);
