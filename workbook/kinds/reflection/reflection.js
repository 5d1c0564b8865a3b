// <sl-reflection>: What? So what? Now what?
import { defineKind } from "../../page/element/element.js";
import { FieldsElement } from "../../page/element/fields.js";

export class ReflectionElement extends FieldsElement {}

defineKind("reflection", ReflectionElement);
