// A reflection: its last answer says what comes of it.
import { defineRules } from "../../page/rules.js";

defineRules("reflection", {
  done: (value) => Object.values(value).some((text) => text.trim() !== ""),
  front: 5,
  frontPage: (said) => said.slice(-1), // Now what?
});
