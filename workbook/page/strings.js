// The words of the interface by key. The linker fills them in from the rooms' strings.yml: see workbook/bundle.

/** @type {Record<string, string>} */
export const strings = {};
