import { readFile } from "node:fs/promises";
import type { DemoFile } from "./demo-content.ts";

/** Three hours with a clock in the picture and no sound: what was said at an invented meeting nobody recorded. */
export const filmLength = 10_800;

/** The film that stands for every recording of the demo. */
export const demoFilm: DemoFile = {
  ref: "films/shembull.mp4",
  title: { sq: "Regjistrim shembull", en: "Sample recording" },
  language: "mul",
  fileName: "regjistrim-shembull.mp4",
  mediaType: "video/mp4",
  make: () => readFile(new URL("../../tenants/demo/films/shembull.mp4", import.meta.url)),
};
