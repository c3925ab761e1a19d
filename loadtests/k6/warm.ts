import { get } from "node:http";
import { seedSlug } from "../../server/seed/seed-councils.ts";

const rounds = 15;
/** Asked for in ways in which nobody asks later: no page that a load reads is kept by then. */
const pages = (round: number) => [
  `/aktet?q=fillim${round}`,
  `/en/acts?q=fillim${round}`,
  `/mbledhjet?q=fillim${round}`,
  `/anetaret?q=fillim${round}`,
  `/projektaktet?q=fillim${round}`,
  `/aktet?page=${round + 2}`,
  `/mbledhjet?page=${round + 2}`,
  `/kalendari?view=year&year=${2021 + (round % 5)}`,
];

const ask = (port: number, host: string, path: string) =>
  new Promise<void>((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, headers: { host, accept: "text/html" } }, (answer) => {
      answer.resume().once("end", resolve);
    }).once("error", reject);
  });

/** Has a portal that was just started draw pages until it is as quick as one that has run for a while. */
export async function warm(port: number, councils: number): Promise<void> {
  for (let round = 0; round < rounds; round++)
    for (const path of pages(round)) await ask(port, `${seedSlug(1 + (round % councils))}.localhost:${port}`, path);
}
