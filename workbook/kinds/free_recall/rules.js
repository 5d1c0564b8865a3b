// Free recall is done once one's own words stand beside the model answer; how they compare may stay open.
import { defineRules } from "../../page/rules.js";

defineRules("free-recall", { done: (value) => value.words.trim() !== "" && value.shown });
