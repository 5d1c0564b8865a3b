// A trade-off is done once it was guessed at and three splits were tried.
import { defineRules } from "../../page/rules.js";

defineRules("trade-off", { done: (value) => value.guess !== "" && value.tried.length >= 3 });
