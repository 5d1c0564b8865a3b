// A line of the plan: the plan gathers those of all lessons.
import { defineRules } from "../../page/rules.js";

defineRules("if-then", {
  done: (value) => value.cue.trim() !== "" && value.action.trim() !== "",
  shares: ({ cue, action }) => (`${cue}${action}`.trim() ? { line: { cue, action } } : {}),
  front: 3,
  frontUnless: "plan",
});
