// A timeline is done once one mark has its reason.
import { areDistinct, defineRules } from "../../page/rules.js";

/** @typedef {import("./timeline.js").Mark} Mark */

defineRules("timeline", {
  sound: (value) => areDistinct(value.marks),
  done: (value) => value.marks.some((/** @type {Mark} */ one) => one.why.trim() !== ""),
});
