// <sl-recall>: a choice that draws on an earlier lesson.
import { ChoiceElement } from "../choice/choice.js";
import { defineKind, kindsOf } from "../base/exercise.js";

export class RecallElement extends ChoiceElement {}

const choiceRules = kindsOf.get("choice");
if (choiceRules) defineKind("recall", RecallElement, choiceRules);
