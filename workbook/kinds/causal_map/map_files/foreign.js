// Maps made elsewhere: LOOPY's file or link, Kumu's JSON and CSV, a plain list of cause and effect.
import { strings } from "../../../page/strings.js";
import { fill } from "../../../page/text.js";
import { nameKey, plainLine } from "../value.js";

/**
 * @typedef {import("../value.js").OwnMap} OwnMap
 * @typedef {{ from: string, to: string, sign: string, delay: boolean }} Pair names of both ends, and the sign as it was written
 */

// The columns of Kumu's table of connections; a table with others is some other table.
const KUMU = [
  "from",
  "to",
  "label",
  "type",
  "connection type",
  "polarity",
  "delay",
  "delayed",
  "direction",
  "strength",
  "tags",
  "description",
];
const OPPOSITE = ["-", "−", "–", "opposite", "negative", "o"];
const SAME = ["+", "same", "positive", "s"];

/**
 * A map of names and pairs; what it cannot hold is left out and named.
 * @param {string[]} names
 * @param {Pair[]} pairs
 * @returns {{ map: OwnMap, left: string[] }}
 */
function gathered(names, pairs) {
  /** @type {Map<string, import("../loops.js").Factor>} by what makes names the same */
  const factors = new Map();
  /** @type {import("../loops.js").Link[]} */
  const links = [];
  /** @type {string[]} */
  const left = [];
  const idOf = (/** @type {string} */ given) => {
    const name = plainLine(given).normalize("NFC");
    const key = nameKey(name);
    const factor = factors.get(key) || { id: `f${factors.size + 1}`, name };
    if (key) factors.set(key, factor);
    return key ? factor.id : "";
  };
  for (const name of names) idOf(name);
  for (const { from, to, sign, delay } of pairs) {
    const [cause, effect] = [idOf(from), idOf(to)];
    const says = (/** @type {string} */ why) => left.push(fill(why, { cause: plainLine(from) || "?", effect: plainLine(to) || "?" }));
    const written = sign.trim().toLowerCase();
    if (!cause || !effect) says(strings.map_left_end);
    else if (cause === effect) says(strings.map_left_self);
    else if (links.some((link) => link.cause === cause && link.effect === effect)) says(strings.map_left_twice);
    else {
      if (!SAME.includes(written) && !OPPOSITE.includes(written)) says(strings.map_left_sign);
      links.push({ cause, effect, way: OPPOSITE.includes(written) ? "opposite" : "same", delay });
    }
  }
  return { map: { factors: [...factors.values()], links, names: {}, places: {} }, left };
}

/** LOOPY codes its labels once in a file and twice in a link. @param {unknown} text */
function decoded(text) {
  let label = String(text ?? "");
  for (let times = 0; times < 2; times += 1) {
    try {
      label = decodeURIComponent(label);
    } catch {
      return label; // A per cent sign of the label itself.
    }
  }
  return label;
}

/** The data of a LOOPY file or link as JSON text; any other text as it is. @param {string} text */
export function loopyText(text) {
  const at = text.indexOf("?data=");
  const data = at < 0 ? text : text.slice(at + 6);
  return data.trim().replaceAll("%22", '"').replaceAll("%5B", "[").replaceAll("%5D", "]").replaceAll("%2C", ",");
}

/** A map from the data of LOOPY or Kumu; null where it is neither. @param {any} found */
export function foreignMap(found) {
  if (Array.isArray(found)) {
    const [nodes, edges] = found;
    if (!Array.isArray(nodes) || !Array.isArray(edges) || ![...nodes, ...edges].every(Array.isArray)) return null;
    const labels = new Map(nodes.map((node) => [node[0], decoded(node[4])]));
    const pairs = edges.map((edge) => ({
      from: labels.get(edge[0]) ?? "",
      to: labels.get(edge[1]) ?? "",
      sign: Number(edge[3]) < 0 ? "-" : "+",
      delay: false,
    }));
    return gathered([...labels.values()], pairs);
  }
  if (!Array.isArray(found?.elements) || !Array.isArray(found.connections)) return null;
  const flat = (/** @type {any} */ one) => ({ ...one, ...one?.attributes });
  const elements = found.elements.map(flat);
  const labels = new Map(elements.map((/** @type {any} */ one) => [one._id ?? one.label, String(one.label ?? "")]));
  const pairs = found.connections.map(flat).map((/** @type {any} */ one) => ({
    from: String(labels.get(one.from) ?? one.from ?? ""),
    to: String(labels.get(one.to) ?? one.to ?? ""),
    sign: String(one.polarity ?? one["connection type"] ?? one.type ?? one.label ?? ""),
    delay: one.delay === true || one.delayed === true || one.delay === "yes",
  }));
  return gathered([...labels.values()], pairs);
}

/** A map from Kumu's table of connections or a list of pairs; null where it is neither. @param {string[][]} rows */
export function listedMap(rows) {
  const head = rows[0].map((cell) => cell.toLowerCase());
  const [from, to] = [head.indexOf("from"), head.indexOf("to")];
  if (from >= 0 && to >= 0 && head.every((cell) => KUMU.includes(cell))) {
    const sign = head.findIndex((cell) => ["polarity", "connection type", "type"].includes(cell));
    const late = head.findIndex((cell) => cell === "delay" || cell === "delayed");
    return gathered(
      [],
      rows.slice(1).map((row) => ({
        from: row[from] ?? "",
        to: row[to] ?? "",
        sign: row[sign] ?? "",
        delay: ["yes", "true"].includes((row[late] ?? "").toLowerCase()),
      })),
    );
  }
  // A cell without a letter is a number: some other table.
  if (rows.some((row) => row.length !== 2 || !row.every((cell) => /\p{L}/u.test(cell)))) return null;
  const named = head[0] === "cause" && head[1] === "effect";
  return gathered(
    [],
    rows.slice(named ? 1 : 0).map((row) => ({ from: row[0], to: row[1], sign: "", delay: false })),
  );
}

/** The map in the form in which Kumu brings maps in. @param {OwnMap} map */
export function kumuJson({ factors, links }) {
  const names = new Map(factors.map((one) => [one.id, plainLine(one.name) || strings.map_nameless]));
  const connections = links.map(({ cause, effect, way, delay }) => ({
    from: names.get(cause),
    to: names.get(effect),
    direction: "directed",
    type: way === "same" ? "+" : "-",
    delayed: delay,
  }));
  return `${JSON.stringify({ elements: [...names.values()].map((label) => ({ label })), connections }, null, 1)}\n`;
}
