// A sort is done once it was checked as it stands.
import { defineRules } from "../../page/rules.js";

defineRules("sort", { done: (value) => value.checked });
