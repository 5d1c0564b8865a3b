// The forms of people in a picture. A role is told by its form as well as by its colour: standing, lying, sitting up,
// housed, a dot, a ring. All figures of a form are one path, so a thousand people are a few elements.

/**
 * @typedef {[number, number]} Spot where somebody is, in units of the picture
 * @typedef {"stand" | "lie" | "sit" | "house" | "dot" | "ring" | "card" | "slip" | "van"} Form
 */

/** @param {number} value */
export const oneDecimal = (value) => Math.round(value * 10) / 10;

/** The pieces of each form, lowest first: each becomes a path of its own. @type {Record<Form, Record<string, (x: number, y: number) => string>>} */
const PIECES = {
  stand: {
    head: (x, y) => `M${x} ${oneDecimal(y - 2.4)}h0`,
    body: (x, y) => `M${x} ${oneDecimal(y + 0.9)}v1.9`,
  },
  lie: {
    pillow: (x, y) => `M${oneDecimal(x - 5)} ${y}h0`,
    blanket: (x, y) => `M${oneDecimal(x - 1)} ${oneDecimal(y + 0.8)}h5.5`,
  },
  // Sitting up has an outline of ink, which carries the contrast that its yellow has not.
  sit: {
    "head-ink": (x, y) => `M${x} ${oneDecimal(y - 5.2)}h0`,
    "body-ink": (x, y) => `M${x} ${oneDecimal(y + 0.2)}v2.6`,
    head: (x, y) => `M${x} ${oneDecimal(y - 5.2)}h0`,
    body: (x, y) => `M${x} ${oneDecimal(y + 0.2)}v2.6`,
  },
  house: {
    house: (x, y) => `M${oneDecimal(x - 2)} ${oneDecimal(y + 2.6)}v-2.6h-.9l2.9-2.8 2.9 2.8h-.9v2.6z`,
  },
  dot: {
    dot: (x, y) => `M${x} ${y}h0`,
  },
  ring: {
    ring: (x, y) => `M${oneDecimal(x - 2.6)} ${y}a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0z`,
  },
  card: {
    card: (x, y) => `M${oneDecimal(x - 2.8)} ${oneDecimal(y - 1.9)}h5.6v3.8h-5.6z`,
  },
  // A sheet of paper in a pile, seen from its edge.
  slip: {
    slip: (x, y) => `M${oneDecimal(x - 17 + ((y * 7) % 5) - 2)} ${oneDecimal(y - 1)}h34v2h-34z`,
  },
  van: {
    van: (x, y) => `M${oneDecimal(x - 5)} ${oneDecimal(y + 2)}v-5.4h6.6l3.4 2.6v2.8z`,
    wheels: (x, y) => `M${oneDecimal(x - 2.6)} ${oneDecimal(y + 2.4)}h0M${oneDecimal(x + 2.6)} ${oneDecimal(y + 2.4)}h0`,
  },
};

/**
 * The names of a form's pieces, in the order in which they are drawn.
 * @param {Form} form
 * @returns {string[]}
 */
export function piecesOf(form) {
  return Object.keys(PIECES[form]);
}

/**
 * The path of one piece for everybody who is there.
 * @param {Form} form
 * @param {string} piece
 * @param {Spot[]} spots
 */
export function pathOf(form, piece, spots) {
  const draw = PIECES[form][piece];
  let path = "";
  for (const [x, y] of spots) path += draw(x, y);
  return path;
}
