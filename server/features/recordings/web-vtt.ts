import { InvalidInput } from "../../http/problem.ts";

const two = (part: number, digits = 2) => String(part).padStart(digits, "0");
/** `01:02:34.000` */
const timestamp = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  return `${two(hours)}:${two(minutes)}:${two(seconds % 60)}.${two(milliseconds % 1_000, 3)}`;
};

/** Text as a cue has it: on one line, with nothing that would be read as a mark. */
const cueText = (text: string) =>
  text.replace(/\s+/g, " ").trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * Chapters as WebVTT; each lasts until the next.
 * @param duration of the whole, in seconds; where nobody knows it, the last chapter lasts for an hour
 */
export function chaptersAsVtt(chapters: readonly { starts: number; title: string }[], duration: number | null): string {
  const cues = chapters.map(({ starts, title }, at) => {
    const ends = chapters[at + 1]?.starts ?? Math.max(duration ?? 0, starts + (duration === null ? 3_600 : 1));
    return `${at + 1}\n${timestamp(starts * 1_000)} --> ${timestamp(ends * 1_000)}\n${cueText(title)}\n`;
  });
  return ["WEBVTT\n", ...cues].join("\n");
}

/** The most that is kept of captions, in characters: eight hours of quick talk. */
export const longestCaptions = 2_000_000;
const mostCues = 60_000;

const clock = String.raw`(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timings = new RegExp(String.raw`^${clock}[ \t]+-->[ \t]+${clock}((?:[ \t]+[a-z]+:[\w%.,-]+)*)[ \t]*$`);
const inMilliseconds = (hours = "0", minutes = "0", seconds = "0", rest = "0") =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + Number(rest);

const wrong = (line: number) =>
  new InvalidInput([{ path: "file", code: "recordings.captions_line", params: { line } }]);
const notCaptions = () => new InvalidInput([{ path: "file", code: "recordings.not_captions" }]);

/**
 * Reads captions strictly and writes them anew: only cues with their times, places and texts are kept, no styles and no
 * regions. (`webvtt-parser` accepts what it can and tells of errors in English alone.)
 * @throws `recordings.not_captions`; `recordings.captions_line` with the line at which they cannot be read
 */
export function checkedCaptions(text: string): string {
  if (text.length > longestCaptions || text.includes("\0") || !text.isWellFormed()) throw notCaptions();
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0]!)) throw notCaptions();
  const cues: string[] = [];
  let last = 0;
  let at = lines.findIndex((line) => line.trim() === "");
  if (at < 0) throw notCaptions();
  while (at < lines.length) {
    if (lines[at]!.trim() === "") {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < lines.length && lines[end]!.trim() !== "") end += 1;
    const block = lines.slice(at, end);
    const begins = at;
    at += block.length;
    if (/^(NOTE|STYLE|REGION)([ \t].*)?$/.test(block[0]!)) continue;
    const named = block[0]!.includes("-->") ? 0 : 1;
    const [, h1, m1, s1, r1, h2, m2, s2, r2, places = ""] = timings.exec(block[named] ?? "") ?? [];
    if (m1 === undefined) throw wrong(begins + named + 1);
    const [from, until] = [inMilliseconds(h1, m1, s1, r1), inMilliseconds(h2, m2, s2, r2)];
    if (until <= from || from < last) throw wrong(begins + named + 1);
    last = from;
    const said = block.slice(named + 1);
    const arrow = said.findIndex((line) => line.includes("-->"));
    if (arrow >= 0) throw wrong(begins + named + 2 + arrow);
    if (said.length > 0) cues.push(`${timestamp(from)} --> ${timestamp(until)}${places}\n${said.join("\n")}\n`);
    if (cues.length > mostCues) throw notCaptions();
  }
  if (cues.length === 0) throw notCaptions();
  return ["WEBVTT\n", ...cues].join("\n");
}

/** So much of a film is told as one place, in milliseconds: near enough to be found, and no sentence is cut often. */
const stretch = 5 * 60_000;

/** What captions say, in stretches of some minutes, as `checkedCaptions` has written them. @returns `starts` in seconds */
export function spokenIn(captions: string): { starts: number; text: string }[] {
  const stretches = new Map<number, string[]>();
  for (const cue of captions.split("\n\n")) {
    const [times = "", ...said] = cue.trim().split("\n");
    const [, hours, minutes, seconds, rest] = timings.exec(times) ?? [];
    if (minutes === undefined) continue;
    const starts = Math.floor(inMilliseconds(hours, minutes, seconds, rest) / stretch) * stretch;
    const words = said.join("\n").replace(/<[^>]*>/g, "");
    const before = stretches.get(starts);
    if (before) before.push(words);
    else stretches.set(starts, [words]);
  }
  return [...stretches].map(([starts, words]) => ({ starts: starts / 1_000, text: words.join("\n") }));
}
