import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { bridgeOf, groupsOf, namedPeople, openQuestions } = load("base", "element", "stakeholders");

const POWER = [
  { id: "none", text: "No say" },
  { id: "part", text: "Some" },
  { id: "all", text: "Decides" },
];
const STAKE = [
  { id: "low", text: "Little" },
  { id: "mid", text: "Some" },
  { id: "high", text: "Much" },
];
const person = (n, power = "", interest = "") => ({ id: `p${n}`, who: `P${n}`, power, interest });
const asked = (people, talks = []) => openQuestions({ people, talks, missing: "" }, POWER, STAKE).map((one) => one.about);
const voice = person(1, "none", "high");
const decider = person(2, "all", "high");

test("lines without a name, and links to nobody, are left out of the views", () => {
  const people = [person(1), { ...person(2), who: "  " }, person(7)];
  const talks = [
    ["p1", "p2"],
    ["p7", "p1"],
    ["p1", "p7"],
    ["p1", "p1"],
    ["p1", "p99"],
  ];
  const { people: named, links } = namedPeople({ people, talks, missing: "" });
  assert.deepEqual(
    named.map((one) => one.id),
    ["p1", "p7"],
  );
  assert.deepEqual(links, [[0, 1]]);
});

test("groups are those joined by talk, directly or through others", () => {
  assert.deepEqual(
    groupsOf(6, [
      [0, 2],
      [2, 4],
      [1, 5],
    ]),
    [[0, 2, 4], [1, 5], [3]],
  );
  assert.deepEqual(
    groupsOf(
      3,
      [
        [0, 1],
        [1, 2],
      ],
      1,
    ),
    [[0], [2]],
  );
});

test("fewer than three people raise no question", () => {
  assert.deepEqual(asked([voice, decider]), []);
});

test("a list without those affected, or without those who decide, asks for them", () => {
  assert.deepEqual(asked([decider, person(3, "part", "mid"), person(4, "part", "low")]), ["voice"]);
  assert.deepEqual(asked([voice, person(3, "part", "mid"), person(4, "part", "low")]), ["power"]);
});

test("those who could decide and have little at stake are named", () => {
  const cool = { ...person(5, "all", "low"), who: " The board " };
  const found = openQuestions({ people: [voice, cool, person(3, "part", "mid")], talks: [["p1", "p5"]], missing: "" }, POWER, STAKE);
  assert.deepEqual(
    found.find((one) => one.about === "deciders"),
    { about: "deciders", parts: { names: "The board" } },
  );
});

test("those who talk with nobody, two groups, and the only bridge are found", () => {
  const rest = [person(3, "part", "mid"), person(4, "part", "mid"), person(5, "part", "low")];
  assert.ok(asked([voice, decider, ...rest], [["p1", "p2"]]).includes("alone"));
  assert.ok(!asked([voice, decider, ...rest]).includes("alone"), "nobody has marked a link yet");
  assert.ok(
    asked(
      [voice, decider, ...rest],
      [
        ["p1", "p2"],
        ["p3", "p4"],
      ],
    ).includes("groups"),
  );
  assert.ok(
    asked(
      [voice, decider, ...rest],
      [
        ["p1", "p2"],
        ["p2", "p3"],
        ["p2", "p4"],
      ],
    ).includes("bridge"),
  );
  assert.ok(
    !asked(
      [voice, decider, ...rest],
      [
        ["p1", "p2"],
        ["p2", "p3"],
        ["p3", "p4"],
        ["p4", "p1"],
      ],
    ).includes("bridge"),
    "a ring has two ways round",
  );
});

test("the one is named without whom most of the others would lose touch", () => {
  // 0 parts only 1 from the rest; 2 parts three from three.
  const two = [
    [1, 0],
    [0, 2],
    [2, 3],
    [3, 4],
    [2, 5],
  ];
  assert.equal(bridgeOf(6, two), 2);
  assert.equal(
    bridgeOf(4, [
      [0, 1],
      [1, 2],
      [2, 3],
    ]),
    1,
    "the first of two alike",
  );
  assert.equal(
    bridgeOf(3, [
      [0, 1],
      [1, 2],
    ]),
    -1,
    "three are too few to ask",
  );
  const people = Array.from({ length: 10 }, (_, n) => person(n, "part", "mid"));
  const talks = [
    [0, 1],
    [1, 2],
    [2, 3],
    [4, 5],
    [5, 6],
    [5, 7],
    [5, 8],
    [5, 9],
  ].map((pair) => pair.map((n) => `p${n}`));
  const found = openQuestions({ people, talks, missing: "" }, POWER, STAKE).filter((one) => one.about === "bridge");
  assert.deepEqual(found, [{ about: "bridge", parts: { name: "P5" } }], "one question, of two groups");
});

test("those affected who never meet those who decide are asked about", () => {
  const three = [voice, decider, person(3, "part", "mid")];
  assert.ok(
    asked(three, [
      ["p1", "p3"],
      ["p3", "p2"],
    ]).includes("unheard"),
  );
  assert.ok(!asked(three, [["p2", "p1"]]).includes("unheard"));
});

test("everyone in one box is asked about, unless someone is not placed yet", () => {
  const box = [1, 2, 3].map((n) => person(n, "part", "mid"));
  assert.ok(asked(box).includes("same"));
  assert.ok(!asked([...box, person(4)]).includes("same"));
});
