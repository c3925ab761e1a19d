import type { ChapterInput } from "../../features/recordings/recordings.schema.ts";
import {
  publishRecording,
  setCaptions,
  setChapters,
  setRecordingFile,
} from "../../features/recordings/recordings.service.ts";
import type { DemoMeeting } from "../council-content.ts";
import { addDays } from "../demo-days.ts";
import { demoFilm, filmLength } from "../film.ts";
import { instant, onDay } from "./doing.ts";
import type { Filling } from "./filling.ts";

/** So many meetings of the council can be watched, the latest. */
const most = 8;
/** The camera runs before the meeting is opened, in seconds. */
const before = 120;
/** For how long an item is discussed of which the vote does not tell when, in seconds. */
const usual = 420;

/** As the console would have written them down: an item begins where the one before it was voted on. */
function chaptersOf({ ids }: Filling, { day, openedAt, items }: DemoMeeting): ChapterInput[] {
  const second = (time: string) => (instant(day, time).getTime() - instant(day, openedAt!).getTime()) / 1_000 + before;
  const chapters: ChapterInput[] = [{ kind: "opening", starts: before }];
  let next = before + 180;
  for (const { key, path, vote } of items) {
    if (path.length > 1) continue;
    chapters.push({ kind: "item", starts: next, itemId: ids.items.get(key) });
    next = Math.max(next + 60, vote?.at ? second(vote.at) : next + usual);
  }
  return chapters.filter(({ starts }) => starts < filmLength);
}

const captions = {
  sq: "Kjo është një pamje shembull: mbledhja dhe Këshilli janë të trilluar.",
  en: "This is a sample picture: the meeting and the Council are invented.",
} as const;
const asVtt = (text: string) => `WEBVTT\n\n00:00:01.000 --> 00:00:20.000\n${text}\n`;

/** The recordings of the council's open meetings, each published on the day after. */
export async function fillRecordings(filling: Filling, demoDate: string): Promise<void> {
  const { tx, ids, work } = filling;
  const held = work.meetings.filter(
    ({ body, openedAt, closedAt, closedReason, day }) =>
      body === "council" && openedAt && closedAt && !closedReason && addDays(day, 1) < demoDate,
  );
  for (const meeting of held.toSorted((one, other) => one.day.localeCompare(other.day)).slice(-most)) {
    const { key, day } = meeting;
    const by = onDay(addDays(day, 1), "12:00");
    const paper = { carrier: "meeting", key, role: "other", file: demoFilm.ref, on: day, isLate: true } as const;
    const [film] = await filling.documents(by, [paper]);
    const id = ids.meetings.get(key);
    await setRecordingFile(tx, by, id, film!.documentId, filmLength);
    await setChapters(tx, by, id, chaptersOf(filling, meeting));
    for (const language of ["sq", "en"] as const) await setCaptions(tx, by, id, language, asVtt(captions[language]));
    await publishRecording(tx, by, id);
  }
}
