// A list of people is done once three of them have their places.
import { areDistinct, defineRules } from "../../page/rules.js";

/** @typedef {import("./people.js").Person} Person */

defineRules("stakeholders", {
  sound: (value) => areDistinct(value.people),
  done: (value) => value.people.filter((/** @type {Person} */ one) => one.who.trim() && one.power && one.interest).length >= 3,
  front: 4,
});
