// <sl-recall>: a choice that draws on an earlier lesson.
import { defineKind } from "../../page/element/element.js";
import { OptionsElement } from "../../page/options/options.js";

export class RecallElement extends OptionsElement {}

defineKind("recall", RecallElement);
