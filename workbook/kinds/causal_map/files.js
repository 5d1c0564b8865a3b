// Taking a map away as a picture, a table or data, and bringing one back. Nothing is sent anywhere.
import { download } from "../../page/download.js";
import { strings } from "../../page/strings.js";
import { fill } from "../../page/text.js";
import { svgFile } from "./shape.js";

const LARGEST_MAP = 500_000; // bytes

/**
 * @param {HTMLElement} host
 * @param {import("./build.js").BuildMap} desk
 */
export function mapFiles(host, desk) {
  const reading = () => import("./map_files/map_files.js").catch(() => desk.tell("file", strings.part_not_loaded));
  const take = (
    /** @type {string} */ ending,
    /** @type {string} */ type,
    /** @type {() => Promise<BlobPart | undefined>} */ content,
    mark = ending,
  ) => {
    host.querySelector(`[data-take=${mark}]`)?.addEventListener("click", async () => {
      const text = await content();
      if (text === undefined) return;
      const name = `map-${new Date().toISOString().slice(0, 10)}${mark === ending ? "" : `-${mark}`}.${ending}`;
      download(name, text, type);
      desk.tell("file", fill(strings.map_taken, { name }));
    });
  };
  take("svg", "image/svg+xml", async () => svgFile(desk.canvas.shape("wide")));
  take("png", "image/png", async () => (await reading())?.mapPng(svgFile(desk.canvas.shape("wide"))));
  take("csv", "text/csv", async () => (await reading())?.mapCsv(desk.map));
  take("json", "application/json", async () => (await reading())?.mapJson(desk.map));
  take("json", "application/json", async () => (await reading())?.mapKumu(desk.map), "kumu");
  const input = /** @type {HTMLInputElement} */ (host.querySelector("input[type=file]"));
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    const bytes = file.size > LARGEST_MAP ? null : await file.arrayBuffer().catch(() => null);
    input.value = "";
    if (bytes === null) return desk.refuse(file.size > LARGEST_MAP ? strings.map_file_large : strings.map_file_unreadable, input);
    const files = await reading();
    if (!files) return;
    const { map, problem, left = [] } = files.readMapFile(bytes);
    if (!map) return desk.refuse(problem, input);
    desk.host.savePending();
    if (desk.host.unsaved) return; // The map on screen is kept nowhere else; why has been told.
    desk.replace(map);
    desk.host.save();
    const brought = fill(strings.map_brought, { factors: map.factors.length, links: map.links.length });
    desk.tell("file", [brought, ...left].join(" "));
  });
}
