// A question on an earlier lesson is done once an option was checked.
import { defineRules } from "../../page/rules.js";

defineRules("recall", { done: (value) => value.option !== "" });
