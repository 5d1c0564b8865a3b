// What an answer of each kind may be made of, as JSON Schema. The linker fills it in from the kinds' Python classes.

/** @typedef {{ type?: string, const?: any, enum?: any[], anyOf?: Schema[], items?: Schema, minItems?: number, maxItems?: number,
 *   properties?: Record<string, Schema>, required?: string[], additionalProperties?: boolean | Schema, pattern?: string,
 *   minLength?: number, maxLength?: number, minimum?: number, maximum?: number }} Schema */

/** @type {Record<string, Schema>} by the name of the kind */
export const schemas = {};

/**
 * Does a value conform to a schema? Knows the words of JSON Schema that the kinds use, and refuses any other.
 * @param {Schema} schema
 * @param {any} value only what JSON can hold
 * @returns {boolean}
 */
export function conforms(schema, value) {
  return Object.entries(schema).every(([word, wanted]) => {
    if (!Object.hasOwn(CHECKS, word)) throw new Error(`no check for "${word}" in a schema`);
    return CHECKS[word](wanted, value, schema);
  });
}

/** @type {Record<string, (value: any) => boolean>} */
const TYPES = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

/**
 * Each holds as well for values of another type: the word "type" is what refuses those.
 * @type {Record<string, (wanted: any, value: any, schema: Schema) => boolean>}
 */
const CHECKS = {
  type: (wanted, value) => TYPES[wanted](value),
  const: (wanted, value) => value === wanted,
  enum: (wanted, value) => wanted.includes(value),
  anyOf: (wanted, value) => wanted.some((/** @type {Schema} */ one) => conforms(one, value)),
  pattern: (wanted, value) => !TYPES.string(value) || new RegExp(wanted, "u").test(value),
  minLength: (wanted, value) => !TYPES.string(value) || [...value].length >= wanted,
  maxLength: (wanted, value) => !TYPES.string(value) || [...value].length <= wanted,
  minimum: (wanted, value) => !TYPES.number(value) || value >= wanted,
  maximum: (wanted, value) => !TYPES.number(value) || value <= wanted,
  items: (wanted, value) => !TYPES.array(value) || value.every((/** @type {any} */ one) => conforms(wanted, one)),
  minItems: (wanted, value) => !TYPES.array(value) || value.length >= wanted,
  maxItems: (wanted, value) => !TYPES.array(value) || value.length <= wanted,
  required: (wanted, value) => !TYPES.object(value) || wanted.every((/** @type {string} */ name) => Object.hasOwn(value, name)),
  properties: (wanted, value) =>
    !TYPES.object(value) || Object.keys(wanted).every((name) => !Object.hasOwn(value, name) || conforms(wanted[name], value[name])),
  additionalProperties: (wanted, value, schema) => {
    if (!TYPES.object(value)) return true;
    const more = Object.keys(value).filter((name) => !Object.hasOwn(schema.properties || {}, name));
    return wanted === false ? more.length === 0 : wanted === true || more.every((name) => conforms(wanted, value[name]));
  },
};
