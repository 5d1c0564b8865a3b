// A map is done once two pushes were followed, or three links drawn.
import { areDistinct, defineRules } from "../../page/rules.js";
import { isLinked } from "./value.js";

defineRules("causal-map", {
  sound: (value) => areDistinct(value.factors) && isLinked(value),
  done: (value) => value.runs.length >= 2 || value.links.length >= 3,
});
