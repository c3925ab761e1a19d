import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Bench, Figure } from "./base/bench.ts";
import { browserHeaders } from "./browser-headers.ts";

const host = "valbardhe.localhost:3000";
/** One page of each template, the heaviest of each. */
const pages: Record<string, string> = {
  home: "/",
  part: "/keshilli",
  "element that is not there yet": "/fjala-jote",
  procedure: "/si-komentohet",
  laws: "/legjislacioni",
  news: "/lajme",
  photos: "/galeria",
  readiness: "/plani-i-faqes",
  privacy: "/privatesia",
  deadlines: "/afatet",
  members: "/anetaret",
  committees: "/komisionet",
  "board members": "/anetaret-e-bordeve",
  "council meetings": "/mbledhjet",
  "register of acts": "/aktet",
  "draft acts": "/projektaktet",
  "a year in the calendar": "/kalendari?view=year",
  "decision-making plan": "/plani-i-vendimmarrjes",
  "councillors' pay": "/pagesat",
  elections: "/zgjedhjet",
  "open data": "/te-dhena-te-hapura",
  "one register": "/te-dhena-te-hapura/votimet",
};
const kilobyte = 1_000;

interface Answer {
  status: number;
  encoding: string | undefined;
  body: Buffer;
}

const ask = (port: number, path: string, headers: Record<string, string>) =>
  new Promise<Answer>((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, headers }, async (response) => {
      resolve({
        status: response.statusCode!,
        encoding: response.headers["content-encoding"],
        body: await buffer(response),
      });
    }).on("error", reject);
  });

export default {
  name: "bytes",
  about: "what a page sends before anybody touches it, compressed as a browser asks for it",
  async run(context) {
    const server = await context.startServer(new URL("./application.server.ts", import.meta.url), {
      arguments: [context.directory],
    });
    const compressed = browserHeaders(host);
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const plain = await ask(server.port, path, { Host: host });
      const html = await ask(server.port, path, compressed);
      if (html.status !== 200) throw new Error(`${path} answered ${html.status}.`);
      const text = plain.body.toString();
      const sum = async (pattern: RegExp) => {
        const addresses = new Set([...text.matchAll(pattern)].map((match) => match[1]!));
        const answers = await Promise.all([...addresses].map((address) => ask(server.port, address, compressed)));
        return answers.reduce((total, { body }) => total + body.length, 0) / kilobyte;
      };
      figures.push(
        { what: `${name}: document`, value: html.body.length / kilobyte, unit: "kB" },
        { what: `${name}: script`, value: await sum(/(?:src|href)="(\/assets\/[^"]+\.js)"/g), unit: "kB", atMost: 60 },
        { what: `${name}: style`, value: await sum(/href="(\/assets\/[^"]+\.css)"/g), unit: "kB" },
      );
    }
    return figures;
  },
} satisfies Bench;
