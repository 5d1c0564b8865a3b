// A plan is done once one of its lines can happen.
import { areDistinct, defineRules } from "../../page/rules.js";
import { isReady } from "./lines.js";

defineRules("plan", {
  sound: (value) => areDistinct(value.lines),
  done: (value) => value.lines.some(isReady),
  front: 2,
});
