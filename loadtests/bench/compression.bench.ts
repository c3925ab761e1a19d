import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Bench, Figure } from "./base/bench.ts";
import { alternate, median, spreadOf } from "./base/rounds.ts";
import { samplePage } from "./sample-page.ts";

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);
const page = Buffer.from(samplePage({ title: "Aktet", version: 1 }).html);

const brotli = (quality: number) => () =>
  compressBrotli(page, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: page.length,
    },
  });

const settings: Record<string, () => Promise<Buffer>> = {
  ...Object.fromEntries([1, 4, 6, 9].map((level) => [`gzip ${level}`, () => compressGzip(page, { level })])),
  ...Object.fromEntries([1, 3, 4, 5, 6, 7, 9, 11].map((quality) => [`brotli ${quality}`, brotli(quality)])),
};

export default {
  name: "compression",
  about: `what the codings of a page of ${page.length} bytes cost and save`,
  async run(context) {
    const measured = await alternate(Object.keys(settings), { rounds: context.rounds, turns: 10 }, async (name) => {
      const begun = performance.now();
      const { length } = await settings[name]!();
      return { length, milliseconds: performance.now() - begun };
    });
    return Object.entries(measured).flatMap(([name, rounds]): Figure[] => {
      const times = rounds.map((round) => median(round.map(({ milliseconds }) => milliseconds)));
      return [
        { what: `${name}, time`, value: median(times), unit: "ms", spread: spreadOf(times) },
        { what: `${name}, size`, value: rounds[0]![0]!.length, unit: "bytes" },
      ];
    });
  },
} satisfies Bench;
