// A case is done once one path came to its end.
import { defineRules } from "../../page/rules.js";

/** @typedef {import("./story.js").Path} Path */

defineRules("case", { done: (value) => value.paths.some((/** @type {Path} */ path) => path.ended) });
