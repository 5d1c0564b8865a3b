import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { isAnswer, mapCsv, mapJson, readMap, readMapFile } = load("base", "element", "causal_map", "map_files");

const EVIL = [
  '=HYPERLINK("http://x","y")',
  "+1",
  "-1",
  "@SUM(A1)",
  "'quoted",
  "''twice",
  "<script>alert(1)</script>",
  'say "so", or; not',
  "łódź 老",
  "cause",
];
const MAP = {
  factors: [...EVIL.map((name, index) => ({ id: `f${index + 1}`, name })), { id: "alone", name: "on its own" }],
  links: EVIL.map((_, index) => ({
    cause: `f${index + 1}`,
    effect: `f${((index + 1) % EVIL.length) + 1}`,
    way: index % 2 ? "same" : "opposite",
    delay: index % 3 === 0,
  })),
  names: { "f1>f2": "a name" },
  places: {},
};
const named = ({ factors, links }) => {
  const name = Object.fromEntries(factors.map((one) => [one.id, one.name]));
  return { factors: Object.values(name).sort(), links: links.map((link) => [name[link.cause], link.way, name[link.effect], link.delay]) };
};

test("a map comes back from JSON as it was", () => {
  assert.deepEqual(readMap(mapJson(MAP)), { map: MAP, problem: "" });
});

test("a map comes back from CSV by its names, hostile ones too", () => {
  const { map, problem } = readMap(mapCsv(MAP));
  assert.equal(problem, "");
  assert.ok(isAnswer("causal-map", { ...map, runs: [], debrief: [] }));
  assert.deepEqual(named(map), named(MAP));
});

test("no cell of a CSV begins as a formula does", () => {
  const cells = mapCsv(MAP)
    .slice(1)
    .split("\r\n")
    .flatMap((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) || []);
  assert.ok(cells.length > 40);
  for (const cell of cells) assert.doesNotMatch(cell, /^"?[=+\-@\t]/);
});

test("names that a table cannot tell apart are told apart", () => {
  const factors = [
    { id: "a", name: "same" },
    { id: "b", name: "same" },
    { id: "c", name: " \n" },
  ];
  const { map } = readMap(mapCsv({ factors, links: [{ cause: "a", effect: "b", way: "same", delay: false }], names: {} }));
  assert.deepEqual(
    map.factors.map((one) => one.name),
    ["same", "same (2)", "a factor without a name"],
  );
});

test("what a spreadsheet makes of the file is read too", () => {
  for (const text of [
    "cause;way;effect;delay\r\none;same;two;no\r\n",
    "\ufeffCause,Way,Effect,Delay\none,same,two,no",
    'delay,effect,way,cause\r\nno,two,same,"one"\r\n,,,\r\n',
    "cause,way,effect,delay\n\none,same,two,no\n\n",
  ]) {
    const { map, problem } = readMap(text);
    assert.equal(problem, "");
    assert.deepEqual(named(map), { factors: ["one", "two"], links: [["one", "same", "two", false]] });
  }
});

const HEAD = "cause,way,effect,delay\n";
const WRONG_TABLES = {
  "no head": ["one,same,two,no", /first line must name/],
  "another head": ["from,sign,to,delay\none,+,two,no", /first line must name/],
  "a column too few": [`${HEAD}one,same,two\n`, /^Line 2: it does not have one entry for each column/],
  "no cause": [`${HEAD}one,same,two,no\n,same,two,no`, /^Line 3: it names no cause/],
  "no effect": [`${HEAD}one,same,,no`, /^Line 2: /],
  "another way": [`${HEAD}one,plus,two,no`, /'same' or 'opposite'/],
  "another delay": [`${HEAD}one,same,two,maybe`, /'yes' or 'no'/],
  "a self-link": [`${HEAD}one,same,one,no`, /from a factor to itself/],
  "a link twice": [`${HEAD}one,same,two,no\n"three\nlines",same,two,no\none,opposite,two,no`, /^Line 5: this link stands twice/],
  "an open quote": [`${HEAD}"one,same,two,no\n`, /quotation mark is not closed/],
  "too many factors": [HEAD + Array.from({ length: 41 }, (_, n) => `f${n},,,`).join("\n"), /more than 40 factors/],
  "too many links": [HEAD + Array.from({ length: 81 }, (_, n) => `a${n % 9},same,b${Math.floor(n / 9)},no`).join("\n"), /80 links/],
  "nothing in it": [HEAD, /no factors/],
  "nothing at all": ["", /first line must name/],
};

for (const [name, [text, problem]] of Object.entries(WRONG_TABLES)) {
  test(`a table is refused, and it is said why: ${name}`, () => {
    const reading = readMap(text);
    assert.equal(reading.map, null);
    assert.match(reading.problem, problem);
    assert.match(reading.problem, /Nothing was changed/);
  });
}

const whole = JSON.parse(mapJson(MAP));
const WRONG_DATA = {
  "cut off": mapJson(MAP).slice(0, 90),
  "a list": "[]",
  "another kind": JSON.stringify({ ...whole, kind: "portfolio" }),
  "a later version": JSON.stringify({ ...whole, version: 2 }),
  "a field too many": JSON.stringify({ ...whole, onload: "alert(1)" }),
  "no links": JSON.stringify({ ...whole, links: undefined }),
  "a self-link": JSON.stringify({ ...whole, links: [{ ...whole.links[0], effect: "f1" }] }),
  "a link to nowhere": JSON.stringify({ ...whole, links: [{ ...whole.links[0], effect: "f99" }] }),
  "an id that is markup": JSON.stringify({ ...whole, factors: [{ id: "<img onerror=alert(1)>", name: "x" }], links: [] }),
  "an id twice": JSON.stringify({ ...whole, factors: [...whole.factors, whole.factors[0]] }),
  "a name that is an object": JSON.stringify({ ...whole, factors: [{ id: "f1", name: { toString: "x" } }], links: [] }),
  "41 factors": JSON.stringify({ ...whole, factors: Array.from({ length: 41 }, (_, n) => ({ id: `f${n}`, name: "x" })), links: [] }),
  "no factors": JSON.stringify({ ...whole, factors: [], links: [] }),
  "very deep": "[".repeat(100_000),
};

for (const [name, text] of Object.entries(WRONG_DATA)) {
  test(`data are refused: ${name}`, () => {
    const reading = readMap(text);
    assert.equal(reading.map, null);
    assert.match(reading.problem, /Nothing was changed/);
  });
}

test("marks that no file can hold are taken out of names", () => {
  const reading = readMap(JSON.stringify({ ...whole, factors: [{ id: "a", name: "one\u0000\u0007\ntwo\ud800\uffff" }], links: [] }));
  assert.equal(reading.map.factors[0].name, "one two\ufffd");
});

const PLAIN = "cause,way,effect,delay\nTrust,same,Waiting,no\nWaiting,opposite,Trust,yes\n";
const wide = (text, high) =>
  new Uint8Array([
    ...(high ? [0xfe, 0xff] : [0xff, 0xfe]),
    ...[...text]
      .flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8])
      .flatMap((_, at, all) => (at % 2 ? [] : high ? [all[at + 1], all[at]] : [all[at], all[at + 1]])),
  ]);
const utf8 = (text) => new TextEncoder().encode(text);

for (const [name, bytes] of Object.entries({
  "a mark at the start": utf8(`\ufeff${PLAIN}`),
  "ends of lines of an old Mac": utf8(PLAIN.replaceAll("\n", "\r")),
  semicolons: utf8(PLAIN.replaceAll(",", ";")),
  tabs: utf8(PLAIN.replaceAll(",", "\t")),
  "a first line that names the sign between": utf8(`sep=;\r\n${PLAIN.replaceAll(",", ";").replaceAll("\n", "\r\n")}`),
  "empty rows and columns": utf8(`,,,,,\n${PLAIN.replaceAll("\n", ",,\n")},,,,,\n`),
  "an empty column at the left": utf8(PLAIN.replaceAll(/^(?=.)/gm, ",")),
  capitals: utf8(
    PLAIN.replace("same", "SAME").replace("opposite", "Opposite").replace("yes", "Yes").replace("no\n", "NO\n").replace("cause", "Cause"),
  ),
  "UTF-16 as PowerShell writes it": wide(PLAIN, false),
  "UTF-16 the other way round": wide(PLAIN.replaceAll(",", "\t"), true),
}))
  test(`a table as a spreadsheet writes it: ${name}`, () => {
    const { map, problem } = readMapFile(new Uint8Array(bytes).buffer);
    assert.equal(problem, "");
    assert.deepEqual(named(map), {
      factors: ["Trust", "Waiting"],
      links: [
        ["Trust", "same", "Waiting", false],
        ["Waiting", "opposite", "Trust", true],
      ],
    });
  });

test("letters that would be spoilt are refused, and a spreadsheet has its own sentence", () => {
  const spoilt = (code) => new Uint8Array([...utf8("cause,way,effect,delay\ncaf"), code, ...utf8(",same,b,no\n")]).buffer;
  for (const code of [0xe9, 0x8e, 0xc0, 0x93]) assert.match(readMapFile(spoilt(code)).problem, /CSV UTF-8/);
  assert.match(readMapFile(new Uint8Array([0x50, 0x4b, 3, 4, 20]).buffer).problem, /^This is a spreadsheet/);
});

test("names that look alike are one factor", () => {
  for (const twin of ["cafe\u0301 trust", "caf\u00e9\u200b trust", "Caf\u00e9 Trust", "ca\u00adf\u00e9 trust\u2060"]) {
    const { map } = readMap(`cause,way,effect,delay\ncaf\u00e9 trust,same,waiting,no\nwaiting,same,${twin},no\n`);
    assert.equal(map?.factors.length, 2, twin);
  }
});

test("no part of a cell is a formula where a spreadsheet parts lines otherwise, and names come back", () => {
  const evil = ["x;=cmd|'/c calc'!A1;y", "a; +1", "＝1+1", "x;'=1", "y ;@SUM(1)"];
  const map = {
    factors: evil.map((name, n) => ({ id: `f${n}`, name })),
    links: [{ cause: "f0", effect: "f1", way: "same", delay: false }],
    names: {},
  };
  const text = mapCsv(map);
  for (const cell of text.slice(1).split(/\r\n|[,;\t]/)) assert.doesNotMatch(cell, /^\s*"?\s*[=+\-@＝＋－＠]/);
  assert.deepEqual(named(readMap(text).map).factors, [...evil].sort());
});
