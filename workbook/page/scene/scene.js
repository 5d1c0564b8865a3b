// <sl-scene>: people as dots in places, and on the way from one to the next.
import { define } from "../dom.js";
import { MovingElement } from "../moving/moving.js";
import { PlacesDrawing } from "./places.js";

export class SceneElement extends MovingElement {
  /** @param {SVGElement[]} sheets ground, people, walkers @param {import("./places.js").PlacesView} view */
  drawingOn(sheets, view) {
    return new PlacesDrawing(sheets, view);
  }
}

define("sl-scene", SceneElement);
