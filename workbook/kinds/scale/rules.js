// A scale is done once its picture was looked at.
import { defineRules } from "../../page/rules.js";

defineRules("scale", { done: (value) => value.shown || value.rounds.length > 0 });
