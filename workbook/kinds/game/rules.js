// A game: done once a play has come to its end.
import { defineRules } from "../../page/rules.js";

defineRules("game", {
  done: (value) => value.plays.some((/** @type {{ over: boolean }} */ play) => play.over),
});
