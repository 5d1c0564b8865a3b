// A model is done once two of its runs can be compared.
import { defineRules } from "../../page/rules.js";

defineRules("simulator", { done: (value) => value.predicted !== null && value.runs.length >= 2 });
