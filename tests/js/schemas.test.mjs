import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { conforms, rulesOf, schemas } = load("base");

/** For each word of JSON Schema: a schema, values that conform to it, and values that do not. */
const WORDS = {
  type: [
    [{ type: "string" }, ["", "x"], [0, null, [], {}]],
    [{ type: "number" }, [0, -1.5], ["0", NaN, Infinity, null]],
    [{ type: "integer" }, [0, 3], [1.5, "3"]],
    [{ type: "boolean" }, [true, false], [0, "true", null]],
    [{ type: "null" }, [null], [0, undefined, {}]],
    [{ type: "array" }, [[], [1]], [{}, "x", null]],
    [{ type: "object" }, [{}, { a: 1 }], [[], null, "x"]],
  ],
  const: [[{ const: "a" }, ["a"], ["b", ["a"]]]],
  enum: [[{ enum: ["a", "b"] }, ["a", "b"], ["c", "", null]]],
  anyOf: [[{ anyOf: [{ type: "null" }, { enum: ["a"] }] }, [null, "a"], ["b", 0]]],
  pattern: [[{ pattern: "^[a-z]+$" }, ["abc", 3], ["", "A", "a\n", "ä"]]],
  minLength: [[{ minLength: 2 }, ["ab", "👋🏽", 1], ["a", "👋"]]],
  maxLength: [[{ maxLength: 2 }, ["ab", "👋👋", 100], ["abc"]]],
  minimum: [[{ minimum: 1 }, [1, 2, "0"], [0, 0.9]]],
  maximum: [[{ maximum: 1 }, [1, 0, "2"], [1.1]]],
  items: [[{ items: { type: "string" } }, [[], ["a"], {}], [["a", 1]]]],
  minItems: [[{ minItems: 1 }, [[1], ""], [[]]]],
  maxItems: [[{ maxItems: 1 }, [[1], [], "ab"], [[1, 2]]]],
  required: [[{ required: ["a", "toString"] }, [{ a: 1, toString: 1 }, "x", []], [{ a: 1 }, { toString: 1 }, {}]]],
  properties: [
    [
      { properties: { a: { type: "string" }, constructor: { type: "null" } } },
      [{}, { a: "x" }, { b: 1 }, []],
      [{ a: 1 }, { constructor: 1 }],
    ],
  ],
  additionalProperties: [
    [{ properties: { a: {} }, additionalProperties: false }, [{}, { a: 1 }, []], [{ b: 1 }, JSON.parse('{"__proto__": 1}')]],
    [{ properties: { a: {} }, additionalProperties: { type: "string" } }, [{ a: 1, b: "x" }], [{ b: 1 }]],
    [{ additionalProperties: true }, [{ b: 1 }], []],
  ],
};

for (const [word, cases] of Object.entries(WORDS)) {
  test(`the word ${word}`, () => {
    for (const [schema, good, bad] of cases) {
      assert.ok(word in schema);
      for (const value of good) assert.ok(conforms(schema, value), `${JSON.stringify(schema)} refuses ${JSON.stringify(value)}`);
      for (const value of bad) assert.ok(!conforms(schema, value), `${JSON.stringify(schema)} takes ${JSON.stringify(value)}`);
    }
  });
}

test("a word that it does not know is an error, and no silent yes", () => {
  for (const schema of [{ uniqueItems: true }, { format: "date" }, { toString: 1 }, { properties: { a: { oneOf: [] } } }]) {
    assert.throws(() => conforms(schema, { a: 1 }), /no check for/, JSON.stringify(schema));
  }
});

/** Every word in a schema; below properties stand names of fields. */
function wordsOf(schema) {
  return Object.entries(schema).flatMap(([word, value]) => {
    if (word === "properties") return [word, ...Object.values(value).flatMap(wordsOf)];
    const inner = word === "anyOf" ? value : ["items", "additionalProperties"].includes(word) && typeof value === "object" ? [value] : [];
    return [word, ...inner.flatMap(wordsOf)];
  });
}

test("the kinds' schemas use only words that are tested here, and each kind has one", () => {
  assert.deepEqual(Object.keys(schemas).sort(), [...rulesOf.keys()].sort());
  assert.deepEqual(
    Object.values(schemas)
      .flatMap(wordsOf)
      .filter((word) => !(word in WORDS)),
    [],
  );
});
