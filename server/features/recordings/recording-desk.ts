import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn, numericDay, timeIn } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import type { Standing } from "../../workspace/changed-meanwhile.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import type { Shown, WorkspaceContext } from "../../workspace/scope.ts";
import { documentsPaths } from "../documents/documents.paths.shared.ts";
import { mayChangeAsItStands } from "../editing/public-changes.ts";
import { findAgenda } from "../meetings/desk/desk.queries.ts";
import { editMeetings, headOf, meetingId, publishMeetings, readMeeting } from "../meetings/desk/desk-meeting.ts";
import { hasBegun } from "../meetings/held-meeting.ts";
import { numberOf } from "../meetings/numbers.shared.ts";
import { clockOf } from "./chapters.shared.ts";
import { approvalOf } from "./handing-over.ts";
import { recordingUrl } from "./moment-view.ts";
import { chapterTitle } from "./recording-view.ts";
import { posterPath } from "./recordings.paths.shared.ts";
import { type FoundChapter, findChapters, findFile, sumOfCaptions } from "./recordings.queries.ts";

const labelOf = (chapter: FoundChapter, locale: Locale): string => {
  const title = chapterTitle(chapter);
  const number = chapter.path && `${numberOf(chapter.path)}. `;
  return `${number ?? ""}${title[locale] || title.sq}`;
};

/** So much of a file's sum tells it from the others that a recording has had. */
const sumLength = 12;
const hour = (at: Date) => `${numericDay(dayIn(at))}, ${timeIn(at)}`;

/** A recording as the desk shows it; `null` where there is none. */
export async function recordingOf(tx: TenantTx, id: string, locale: Locale) {
  const found = await tx.selectFrom("recordings").selectAll().where("meeting_id", "=", id).executeTakeFirst();
  if (!found) return null;
  const [file, chapters, captions] = await Promise.all([
    findFile(tx, found.id),
    findChapters(tx, found.id),
    tx
      .selectFrom("recording_captions")
      .select(["language", "added_at", sumOfCaptions.as("sum")])
      .where("recording_id", "=", found.id)
      .execute(),
  ]);
  const poster = found.poster_renditions[0];
  const duration = found.duration === null ? null : clockOf(found.duration);
  const moments = chapters.map((chapter) => ({ at: clockOf(chapter.starts), label: labelOf(chapter, locale) }));
  const captionsIn = (language: Locale) =>
    captions
      .filter((one) => one.language === language)
      .flatMap(({ added_at, sum }) => [hour(added_at), sum.slice(0, sumLength)]);
  return {
    id: found.id,
    state: found.state,
    link: found.link,
    duration,
    file: file
      ? {
          name: file.file_name,
          size: file.size,
          href: fillPath(documentsPaths.one, { id: file.document_id })[locale],
        }
      : null,
    chapters: chapters.map((chapter, at) => ({
      id: chapter.id,
      itemId: chapter.agenda_item_id,
      ...moments[at]!,
      isBehind: found.duration !== null && chapter.starts >= found.duration,
    })),
    captions: captions.map(({ language }) => language),
    /** What tells where it lies from where it lay before: the sum of its file, or its link. */
    source: file?.sha256 ?? found.link ?? "",
    /** All that the public would have, part by part, for forms to carry. */
    shown: {
      lies: file ? [file.file_name, file.sha256.slice(0, sumLength)] : [found.link ?? ""],
      length: [duration ?? ""],
      chapters: moments.map(({ at, label }) => `${at} ${label}`),
      captionsSq: captionsIn("sq"),
      captionsEn: captionsIn("en"),
      poster: [found.poster_sha256?.slice(0, sumLength) ?? ""],
    } satisfies Standing,
    poster: poster ? { src: posterPath(id, poster.width), width: poster.width, height: poster.height } : null,
  };
}

/** All of the desk, as it stands in a transaction. */
export async function deskOf(c: WorkspaceContext, tx: TenantTx) {
  const { locale, actor } = c.var;
  const id = meetingId(c);
  const meeting = await readMeeting(tx, id);
  const [recording, agenda, log] = await Promise.all([
    recordingOf(tx, id, locale),
    findAgenda(tx, id),
    tx
      .selectFrom("live_steps")
      .select("number")
      .where("meeting_id", "=", id)
      .where("kind", "=", "opened")
      .limit(1)
      .executeTakeFirst(),
  ]);
  const withChapter = new Set(recording?.chapters.map(({ itemId }) => itemId));
  const items = agenda.map(({ id: value, path, title }) => ({
    value,
    label: `${numberOf(path)}. ${title[locale] || title.sq}`,
  }));
  const isPublished = recording?.state === "published";
  const head = headOf(meeting, c.var);
  return {
    meeting: head,
    isDue: hasBegun(meeting),
    isClosed: meeting.access === "closed",
    rights: {
      edit:
        editMeetings(actor) &&
        (await mayChangeAsItStands(tx, actor, { state: recording?.state ?? "draft" }, "meeting")),
      publish: publishMeetings(actor),
    },
    recording,
    handedOver: recording && (await approvalOf(tx, recording.id, actor)),
    hasLog: log !== undefined,
    items,
    missing: items.filter(({ value }) => !withChapter.has(value)),
    publicUrl: isPublished && head.publicUrl ? recordingUrl(meeting.slug) : null,
    /** Where the meeting was streamed its recording often lies too. */
    proposedLink: recording ? null : meeting.stream_url,
  };
}
export type RecordingData = Awaited<ReturnType<typeof deskOf>>;

export const recordingPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "recordings/recording-page",
  data: await c.var.db.read((tx) => deskOf(c, tx)),
});
