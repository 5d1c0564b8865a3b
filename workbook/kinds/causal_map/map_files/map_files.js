// A learner's own map as a file, loaded when one is taken or brought: CSV for a spreadsheet, JSON to go on elsewhere. Everything in one is text.
import { hasOnly } from "../../../page/record.js";
import { isAnswer } from "../../../page/rules.js";
import { strings } from "../../../page/strings.js";
import { fill, textOfFile } from "../../../page/text.js";
import { foreignMap, kumuJson, listedMap, loopyText } from "./foreign.js";
import { MAX_FACTORS, MAX_LINKS, nameKey, plainLine } from "../value.js";

/**
 * @typedef {import("../value.js").OwnMap} OwnMap
 * @typedef {{ map: OwnMap | null, problem: string, left?: string[] }} Reading left: what a map made elsewhere says and this one cannot hold
 */

const COLUMNS = ["cause", "way", "effect", "delay"];
/** What a spreadsheet may take for a formula: at the start, or after a mark at which some of them part the line. */
const FORMULA = /(^|[;\t])(\s*)(?=['=+\-@＝＋－＠])/g;
const GUARDED = /(^|[;\t])(\s*)'(?=['=+\-@＝＋－＠])/g;

/** @param {OwnMap} map */
export function mapJson({ factors, links, names, places }) {
  return `${JSON.stringify({ kind: "causal-map", version: 1, factors, links, names, places }, null, 1)}\n`;
}

/**
 * The drawing as a PNG picture, twice as large as on screen. A data: address keeps the canvas readable from a folder, too.
 * @param {string} svg a file's text
 * @returns {Promise<Blob | undefined>} nothing where the browser does not draw it
 */
export async function mapPng(svg) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode().catch(() => {});
  const canvas = document.createElement("canvas");
  canvas.width = 2 * picture.width; // 0 where it was not drawn: then there is no blob.
  canvas.height = 2 * picture.height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), "image/png"));
}

/** As Kumu takes it. @param {OwnMap} map */
export function mapKumu(map) {
  return kumuJson(map);
}

/**
 * One row for each link, and one for each factor without links. A name that a spreadsheet would take
 * for a formula gets an apostrophe before it, which reading takes off again.
 * @param {OwnMap} map
 */
export function mapCsv({ factors, links }) {
  const labels = labelled(factors);
  const cell = (/** @type {string} */ text) => {
    const safe = text.replace(FORMULA, "$1$2'");
    return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = links.map((link) => [labels.get(link.cause) || "", link.way, labels.get(link.effect) || "", link.delay ? "yes" : "no"]);
  const linked = new Set(links.flatMap((link) => [link.cause, link.effect]));
  const alone = factors.filter((one) => !linked.has(one.id)).map((one) => [labels.get(one.id) || "", "", "", ""]);
  // The mark at the start tells spreadsheets that it is UTF-8.
  return `\ufeff${[COLUMNS, ...rows, ...alone].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Names as a table needs them: never empty, each once. @param {import("../loops.js").Factor[]} factors */
function labelled(factors) {
  const labels = new Map();
  const taken = new Set();
  for (const { id, name } of factors) {
    const plain = plainLine(name) || strings.map_nameless;
    let label = plain;
    for (let n = 2; taken.has(nameKey(label)); n += 1) label = `${plain} (${n})`;
    taken.add(nameKey(label));
    labels.set(id, label);
  }
  return labels;
}

/** A map from the bytes of a file. @param {ArrayBuffer} bytes @returns {Reading} */
export function readMapFile(bytes) {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0x50 && second === 0x4b) return refused(strings.map_file_sheet); // A zip, as XLSX and ODS are.
  const text = textOfFile(bytes);
  return text === null ? refused(strings.map_file_code) : readMap(text);
}

/** A map from the text of a file, told apart by its first letter. @param {string} text @returns {Reading} */
export function readMap(text) {
  const bare = text.replace(/^\ufeff/, "");
  const reading = /^\s*([{[]|https?:|%5B)/.test(bare) ? fromJson(bare) : fromCsv(bare);
  return reading.map && reading.map.factors.length === 0 ? refused(strings.map_file_empty) : reading;
}

/** @param {string} problem @returns {Reading} */
function refused(problem) {
  return { map: null, problem };
}

/** Could this be the map of an answer? @param {any} found */
function isMap({ factors, links, names, places = {} }) {
  return isAnswer("causal-map", { runs: [], factors, links, names, places, debrief: [] });
}

/** @param {string} text @returns {Reading} */
function fromJson(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    try {
      found = JSON.parse(loopyText(text));
    } catch {
      return refused(strings.map_file_json);
    }
  }
  const other = foreignMap(found);
  if (other) return fitting(other);
  const ours =
    hasOnly({ places: {}, ...found }, ["kind", "version", "factors", "links", "names", "places"]) &&
    found.kind === "causal-map" &&
    found.version === 1;
  if (!ours || !isMap(found)) return refused(strings.map_file_json);
  const factors = found.factors.map((/** @type {any} */ one) => ({ id: one.id, name: plainLine(one.name) }));
  const names = Object.fromEntries(Object.entries(found.names).map(([key, name]) => [plainLine(key), plainLine(name)]));
  return { map: { factors, links: found.links, names, places: found.places ?? {} }, problem: "" };
}

/** A map made elsewhere, if an answer can hold it. @param {{ map: OwnMap, left: string[] }} other @returns {Reading} */
function fitting({ map, left }) {
  if (map.factors.length > MAX_FACTORS || map.links.length > MAX_LINKS)
    return refused(fill(strings.map_file_many, { factors: MAX_FACTORS, links: MAX_LINKS }));
  const short = map.factors.every((one) => one.name.length <= 60);
  return short && isMap(map) ? { map, problem: "", left } : refused(strings.map_file_long);
}

/** @param {string} text @returns {Reading} */
function fromCsv(text) {
  const rows = parsedCsv(text);
  if (!rows) return refused(fill(strings.map_file_row, { line: text.split("\n").length, problem: strings.map_row_quote }));
  const head = rows[0].cells.map((cell) => cell.toLowerCase());
  const columns = head.filter(Boolean);
  if (columns.length !== COLUMNS.length || !COLUMNS.every((name) => columns.includes(name))) {
    const other = listedMap(rows.map((row) => row.cells));
    return other ? fitting(other) : refused(strings.map_file_head);
  }
  /** @type {Map<string, import("../loops.js").Factor>} by what makes names the same */
  const factors = new Map();
  const idOf = (/** @type {string} */ name) => {
    const key = nameKey(name);
    const factor = factors.get(key) || { id: `f${factors.size + 1}`, name: name.normalize("NFC") };
    factors.set(key, factor);
    return factor.id;
  };
  /** @type {import("../loops.js").Link[]} */
  const links = [];
  for (const { cells, line } of rows.slice(1)) {
    const wrong = (/** @type {string} */ problem) => refused(fill(strings.map_file_row, { line, problem }));
    if (cells.some((cell, at) => cell && !head[at])) return wrong(strings.map_row_columns);
    const [cause, given, effect, late] = COLUMNS.map((name) => cells[head.indexOf(name)] ?? "");
    const whole = COLUMNS.every((name) => head.indexOf(name) < cells.length);
    if (!whole && (given || effect || late)) return wrong(strings.map_row_columns);
    const [way, delay] = [given.toLowerCase(), late.toLowerCase()];
    if (!cause) return wrong(strings.map_row_cause);
    const from = idOf(cause);
    if (!way && !effect && !delay) continue;
    if (way !== "same" && way !== "opposite") return wrong(strings.map_row_way);
    if (delay !== "yes" && delay !== "no") return wrong(strings.map_row_delay);
    if (!effect) return wrong(strings.map_row_columns);
    const to = idOf(effect);
    if (to === from) return wrong(strings.map_row_self);
    if (links.some((link) => link.cause === from && link.effect === to)) return wrong(strings.map_row_twice);
    links.push({ cause: from, effect: to, way, delay: delay === "yes" });
  }
  if (factors.size > MAX_FACTORS || links.length > MAX_LINKS)
    return refused(fill(strings.map_file_many, { factors: MAX_FACTORS, links: MAX_LINKS }));
  return { map: { factors: [...factors.values()], links, names: {}, places: {} }, problem: "" };
}

/**
 * Rows of a CSV file, parted by commas or, as some spreadsheets write them, by semicolons or tabs; empty ones left out.
 * @param {string} given
 * @returns {{ cells: string[], line: number }[] | null} null where a quotation mark is not closed
 */
function parsedCsv(given) {
  const text = given.replace(/\r\n?/g, "\n").replace(/^"?sep=[^\n]{0,2}(?=\n)/i, "");
  const first = text.trimStart().split("\n", 1)[0];
  const comma = [",", ";", "\t"].find((one) => first.includes(one)) || ",";
  /** @type {{ cells: string[], line: number }[]} */
  const rows = [];
  let cells = [""];
  let quoted = false;
  let line = 1;
  let began = 1;
  const end = () => {
    const clean = cells.map((cell) => plainLine(cell).replace(GUARDED, "$1$2"));
    if (clean.some(Boolean)) rows.push({ cells: clean, line: began });
    cells = [""];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    const last = cells.length - 1;
    if (letter === "\n") line += 1;
    if (quoted) {
      if (letter !== '"') cells[last] += letter;
      else if (text[at + 1] === '"') {
        cells[last] += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cells[last] === "") quoted = true;
    else if (letter === comma) cells.push("");
    else if (letter === "\n") {
      end();
      began = line;
    } else cells[last] += letter;
  }
  if (quoted) return null;
  end();
  return rows.length ? rows : [{ cells: [], line: 1 }];
}
