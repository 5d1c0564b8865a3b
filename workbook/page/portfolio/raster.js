// Drawings as pixels, for files that take no SVG: made by the browser itself.

/**
 * @typedef {{ bytes: Uint8Array<ArrayBuffer>, width: number, height: number, told: string }} Raster a PNG; its size as drawn, in px; the picture in words
 */

const FINE = 2; // pixels of the file to each px drawn

/** @param {SVGElement} svg black on white, with its size and a title @returns {Promise<Raster>} */
export async function rasterOf(svg) {
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: width * FINE, height: height * FINE });
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((/** @type {(found: Blob | null) => void} */ found) => canvas.toBlob(found, "image/png"));
  if (!blob) throw new Error("no picture");
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width, height, told: svg.querySelector("title")?.textContent || "" };
}
