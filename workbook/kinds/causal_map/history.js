// The changes to a map of one's own, back and forth.

/** @typedef {import("./value.js").OwnMap} OwnMap */

export class MapHistory {
  /** @type {Record<"past" | "ahead", OwnMap[]>} */ kept = { past: [], ahead: [] };

  /** @param {OwnMap} map as it stands */
  constructor(map) {
    this.now = structuredClone(map);
  }

  /** Keep the map as it was before a change. @param {OwnMap} map as it stands now @returns {boolean} whether it has changed */
  remember(map) {
    if (JSON.stringify(this.now) === JSON.stringify(map)) return false;
    this.kept = { past: [...this.kept.past, this.now], ahead: [] };
    this.now = structuredClone(map);
    return true;
  }

  /** One change back, or forth again. @param {"past" | "ahead"} from @returns {OwnMap | null} null where there is none */
  travel(from) {
    const map = this.kept[from].pop();
    if (!map) return null;
    this.kept[from === "past" ? "ahead" : "past"].push(this.now);
    this.now = map;
    return structuredClone(map);
  }
}
