// A choice is done once an option was checked.
import { defineRules } from "../../page/rules.js";

defineRules("choice", { done: (value) => value.option !== "" });
