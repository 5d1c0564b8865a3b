// The learner's own issue: every prompt can speak of it.
import { defineRules } from "../../page/rules.js";

defineRules("issue", {
  done: (value) => value.name.trim() !== "",
  shares: ({ name, place }) => ({ issue: name.trim(), place: place.trim() }),
  front: 1,
});
