// The list of people as plain data, and what it leaves open. Pure functions.

/**
 * @typedef {{ id: string, who: string, power: string, interest: string }} Person
 * @typedef {{ people: Person[], talks: [string, string][], missing: string }} Listed
 * @typedef {{ id: string, text: string }} Step
 * @typedef {{ about: "voice" | "power" | "deciders" | "alone" | "groups" | "bridge" | "unheard" | "same", parts: Record<string, string> }} Question
 */

export const MAX_PEOPLE = 30;
/**
 * The people who have a name, and whom each of them talks with.
 * @param {Listed} list
 * @returns {{ people: Person[], links: [number, number][] }} links between places in `people`
 */
export function namedPeople({ people, talks }) {
  const named = people.filter((one) => one.who.trim());
  const place = new Map(named.map((one, index) => [one.id, index]));
  /** @type {Map<string, [number, number]>} */
  const links = new Map();
  for (const [one, other] of talks) {
    const [a, b] = [place.get(one) ?? -1, place.get(other) ?? -1];
    if (a >= 0 && b >= 0 && a !== b) links.set([a, b].sort((x, y) => x - y).join(" "), [Math.min(a, b), Math.max(a, b)]);
  }
  return { people: named, links: [...links.values()] };
}

/**
 * Groups of people joined by talk, directly or through others.
 * @param {number} count
 * @param {[number, number][]} links
 * @param {number} [without] a place left out
 * @returns {number[][]}
 */
export function groupsOf(count, links, without = -1) {
  const seen = new Set([without]);
  /** @type {number[][]} */
  const groups = [];
  for (let start = 0; start < count; start += 1) {
    if (seen.has(start)) continue;
    const group = [start];
    seen.add(start);
    for (const one of group) {
      for (const link of links) {
        const other = link[0] === one ? link[1] : link[1] === one ? link[0] : one;
        if (!seen.has(other)) {
          seen.add(other);
          group.push(other);
        }
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}

/**
 * The one without whom most pairs of others, in a group of more than three, would lose touch.
 * @param {number} count
 * @param {[number, number][]} links
 * @returns {number} a place, the first of several alike; -1 where nobody would lose touch
 */
export function bridgeOf(count, links) {
  let [bridge, most] = [-1, 1]; // In a group of three only one pair can lose touch; in a larger one, more.
  const pairs = (/** @type {number[][]} */ groups) => groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const groups = groupsOf(count, links);
  for (let place = 0; place < count; place += 1) {
    const others = groups.map((group) => group.filter((one) => one !== place));
    const lost = pairs(others) - pairs(groupsOf(count, links, place));
    if (lost > most) [bridge, most] = [place, lost];
  }
  return bridge;
}

/**
 * Questions that the list itself raises: who is missing, and who does not meet.
 * @param {Listed} list
 * @param {Step[]} power from the least to the most
 * @param {Step[]} interest from the least to the most
 * @returns {Question[]}
 */
export function openQuestions(list, power, interest) {
  const { people, links } = namedPeople(list);
  if (people.length < 3) return [];
  const names = (/** @type {number[]} */ places) => places.map((place) => people[place].who.trim()).join("; ");
  const where = (/** @type {(one: Person) => boolean} */ test) => people.flatMap((one, index) => (test(one) ? [index] : []));
  const [much, least] = [power[power.length - 1], power[0]];
  const [keen, cool] = [interest[interest.length - 1], interest[0]];
  /** @type {Question[]} */
  const found = [];
  const ask = (/** @type {Question["about"]} */ about, /** @type {Record<string, string>} */ parts = {}) => found.push({ about, parts });

  const affected = where((one) => one.interest === keen.id && one.power === least.id);
  const deciders = where((one) => one.power === much.id);
  // First who never meets and who holds most together, then who is missing.
  const groups = groupsOf(people.length, links);
  const several = groups.filter((group) => group.length > 1);
  if (several.length > 1) ask("groups", { one: names(several[0]), other: names(several[1]) });
  const heard = links.some(([a, b]) => (affected.includes(a) && deciders.includes(b)) || (affected.includes(b) && deciders.includes(a)));
  if (links.length && affected.length && deciders.length && !heard)
    ask("unheard", { affected: names(affected), deciders: names(deciders) });
  const alone = groups.filter((group) => group.length === 1).flat();
  if (links.length && alone.length) ask("alone", { names: names(alone) });
  const bridge = bridgeOf(people.length, links);
  if (bridge >= 0) ask("bridge", { name: names([bridge]) });

  const placed = people.filter((one) => one.power && one.interest);
  const whole = placed.length === people.length; // Who is still to be placed may be the one who seems to be missing.
  if (whole && !affected.length) ask("voice", { power: least.text, interest: keen.text });
  if (whole && !deciders.length) ask("power", { power: much.text });
  const unmoved = deciders.filter((place) => people[place].interest === cool.id);
  if (unmoved.length) ask("deciders", { names: names(unmoved) });
  if (whole && new Set(placed.map((one) => `${one.power} ${one.interest}`)).size === 1) ask("same");
  return found;
}
