// What the book's page needs besides its exercises.
import { Paper } from "./paper.js";

export function startPage() {
  const paper = new Paper();
  window.addEventListener("beforeprint", () => paper.lay());
  window.addEventListener("afterprint", () => paper.lift());
}
