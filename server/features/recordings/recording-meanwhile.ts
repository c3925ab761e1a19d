import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { FieldProblem } from "../../http/problem.ts";
import { type Standing, stoodOf } from "../../workspace/changed-meanwhile.shared.ts";
import {
  beginning,
  ChangedMeanwhile,
  changedSince,
  stoodIn,
  withOthersChanges,
} from "../../workspace/changed-meanwhile.ts";
import { typedValues } from "../../workspace/form-route.ts";
import type { Shown, WorkspaceContext } from "../../workspace/scope.ts";
import type { TypedValues } from "../../workspace/typed-values.ts";
import { meetingId } from "../meetings/desk/desk-meeting.ts";
import { holdMeetingThatTakesPlace } from "../meetings/held-meeting.ts";
import { clockOf } from "./chapters.shared.ts";
import { deskOf, type RecordingData, recordingOf } from "./recording-desk.ts";

type Part = keyof NonNullable<RecordingData["recording"]>["shown"];
const labels = {
  lies: "lies",
  length: "length",
  chapters: "chapters",
  captionsSq: "captions_sq",
  captionsEn: "captions_en",
  poster: "poster",
} as const satisfies Record<Part, string>;

/**
 * What a form goes over, or makes public, is as its page showed it. Where there is no recording any more, that is for
 * whoever changes it to say.
 * @param places the parts, each with the place on the form where it is told
 * @throws {ChangedMeanwhile} once for each change: whoever sends the form again has seen it
 */
export async function checkIsAsShown(
  c: WorkspaceContext,
  tx: TenantTx,
  places: Readonly<Partial<Record<Part, string>>>,
): Promise<void> {
  const id = meetingId(c);
  await holdMeetingThatTakesPlace(tx, id);
  const recording = await recordingOf(tx, id, c.var.locale);
  if (!recording) return;
  const now = Object.fromEntries(Object.keys(places).map((part) => [part, recording.shown[part as Part]]));
  const typed = await typedValues(c);
  const changed = changedSince(typed, now);
  if (changed.length === 0) return;
  const t = phrases(c.var.locale, "recording");
  const lines = (some: readonly string[], others: readonly string[]) =>
    beginning(some.filter((line) => !others.includes(line)).join("; ")) || "–";
  throw new ChangedMeanwhile(
    changed.map(({ name, was, is }) => ({
      path: places[name as Part]!,
      code: "meanwhile.shown",
      params: { what: t(labels[name as Part]), was: lines(was, is), is: lines(is, was) },
    })),
    { ...typed, stood: stoodOf({ ...stoodIn(typed), ...now }) },
  );
}

/**
 * What the form for chapters shows, each by its own field. A chapter that is gone by now is an emptied field where nothing
 * was typed in it; what was typed in one is not for merging.
 */
export function standingChapters({ data }: Pick<Shown, "data">, typed: TypedValues): Standing {
  const { recording, missing } = data as RecordingData;
  const stands = Object.fromEntries((recording?.chapters ?? []).map(({ id, at }) => [`at.${id}`, at]));
  const untouched = Object.entries(stoodIn(typed) ?? {}).flatMap(([name, value]) =>
    name.startsWith("at.") && !(name in stands) && String(typed[name] ?? "").trim() === value ? [[name, ""]] : [],
  );
  return {
    ...Object.fromEntries(untouched),
    ...stands,
    ...Object.fromEntries(missing.map(({ value }) => [`item.${value}`, ""])),
  };
}

/**
 * Moments that were typed are of chapters that stand.
 * @param moments seconds by the id of a chapter; `null` takes it away
 * @param called what the form called each
 * @throws {ChangedMeanwhile} with what was typed, to be written where it belongs by now
 */
export async function checkChaptersStand(
  c: WorkspaceContext,
  tx: TenantTx,
  moments: Readonly<Record<string, number | null>>,
  called: Readonly<Record<string, string>>,
): Promise<void> {
  await holdMeetingThatTakesPlace(tx, meetingId(c));
  const data = await deskOf(c, tx);
  if (!data.recording) return;
  const standing = new Set(data.recording.chapters.map(({ id }) => id));
  const gone = Object.entries(moments).flatMap(([id, starts]): FieldProblem[] =>
    starts === null || standing.has(id)
      ? []
      : [
          {
            path: `at.${id}`,
            code: "recordings.chapter_gone",
            params: { chapter: called[id] || "–", moment: clockOf(starts) },
          },
        ],
  );
  if (gone.length === 0) return;
  const typed = await typedValues(c);
  const merged = await withOthersChanges(typed, standingChapters({ data }, typed), async (_, value) => value);
  throw new ChangedMeanwhile(gone, merged);
}
