// <sl-choice>: one of a few options.
import { defineKind } from "../../page/element/element.js";
import { OptionsElement } from "../../page/options/options.js";

export class ChoiceElement extends OptionsElement {}

defineKind("choice", ChoiceElement);
