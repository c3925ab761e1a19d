import { Hono } from "hono";
import * as v from "valibot";
import { AppError } from "../../http/errors.ts";
import { InvalidInput } from "../../http/problem.ts";
import type { Services } from "../../http/services.ts";
import { type Locale, locales } from "../../locale.shared.ts";
import { fileKey } from "../../storage/storage.ts";
import { atFields } from "../../workspace/at-fields.ts";
import { stoodIn } from "../../workspace/changed-meanwhile.ts";
import { page, type WorkspaceFeatureOf, type WorkspaceRoute } from "../../workspace/feature.ts";
import { requiredText, typed, typedInBoth, typedWord } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { requires } from "../../workspace/guard.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext, type WorkspaceScope } from "../../workspace/scope.ts";
import type { TypedValues } from "../../workspace/typed-values.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import { maySeeDrafts } from "../accounts/policies.ts";
import { isSame } from "../editing/versions.ts";
import { editMeetings, meetingId, publishMeetings } from "../meetings/desk/desk-meeting.ts";
import { holdMeeting } from "../meetings/held-meeting.ts";
import { intakeOf } from "../uploads/intake-of.ts";
import { takeInPhoto } from "../uploads/take-in.ts";
import { takeIn } from "../uploads/uploads.service.ts";
import { secondsOf } from "./chapters.shared.ts";
import { approve, handOver } from "./handing-over.ts";
import { type RecordingData, recordingPage } from "./recording-desk.ts";
import { checkChaptersStand, checkIsAsShown, standingChapters } from "./recording-meanwhile.ts";
import { askAboutCaptions, askAboutChapters, askAboutRecording } from "./recording-persons.ts";
import { checkMayChangeRecording } from "./recording-rights.ts";
import { recordingNotFound } from "./recordings.errors.ts";
import { recordingPaths as paths } from "./recordings.paths.shared.ts";
import type { ChapterInput } from "./recordings.schema.ts";
import {
  chaptersFor,
  publishRecording,
  removeCaptions,
  removeRecording,
  setCaptions,
  setChapters,
  setPoster,
  setRecordingLink,
  shiftChapters,
  takeChaptersFromLog,
  withdrawRecording,
} from "./recordings.service.ts";
import { longestCaptions } from "./web-vtt.ts";

const sees = (actor: Parameters<typeof maySeeDrafts>[0]) => maySeeDrafts(actor, "meeting");
const back = (c: WorkspaceContext, done: string) =>
  `${fillPath(paths.page, { id: meetingId(c) })[c.var.locale]}?done=${done}`;

/**
 * Whatever editors do to what the public has waits, where the council wants it so, for whoever may publish. Asked before a
 * file is read, and again in each transaction that changes something.
 */
const asItStands = (route: WorkspaceRoute): WorkspaceRoute =>
  route.policy !== editMeetings
    ? route
    : {
        ...route,
        async answer(c) {
          const id = meetingId(c);
          const { db, actor } = c.var;
          await db.read((tx) => checkMayChangeRecording(tx, actor, id));
          c.set("db", {
            ...db,
            write: (change) =>
              db.write(async (tx) => {
                await holdMeeting(tx, id);
                await checkMayChangeRecording(tx, actor, id);
                return change(tx);
              }),
          });
          return route.answer(c);
        },
      };

/** A moment as it is typed, `1:02:34`. */
const clock = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => secondsOf(text) !== null, "recordings.clock"),
  v.transform((text) => secondsOf(text)!),
);
const clockOrNull = v.union(
  [
    v.pipe(
      v.literal(""),
      v.transform(() => null),
    ),
    clock,
  ],
  "recordings.clock",
);
const Clocks = v.optional(v.record(v.pipe(v.string(), v.check(isUuid, "input.wrong")), clockOrNull), {});
const length = v.pipe(
  clockOrNull,
  v.check((seconds) => seconds === null || seconds > 0, "recordings.clock"),
);

const seen = v.optional(v.pipe(v.string(), v.maxLength(500)));
const Link = v.object({ link: requiredText, duration: v.optional(length, ""), seen });
/** The moments of chapters that stand, and of items that have none yet; an empty one is none. */
const Chapters = v.object({ at: Clocks, item: Clocks, called: v.optional(v.record(v.string(), v.string()), {}) });
const NewChapter = v.object({ moment: clock, what: requiredText, title: typedInBoth });
const Shift = v.object({ chapter: v.pipe(typed, v.check(isUuid, "text.required")), moment: clock });
const Captions = v.object({ language: v.picklist(locales as readonly ["sq", "en"], "text.required") });

/** The file of a form, if one was chosen. @throws {InvalidInput} */
async function fileIn(c: WorkspaceContext): Promise<File> {
  const file = (await c.req.formData()).get("file");
  if (!(file instanceof File) || file.name === "") throw new InvalidInput([{ path: "file", code: "text.required" }]);
  return file;
}

/** Text of a file in UTF-8. @throws {InvalidInput} */
async function textOf(file: File): Promise<string> {
  if (file.size > longestCaptions * 2) throw new InvalidInput([{ path: "file", code: "recordings.not_captions" }]);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new InvalidInput([{ path: "file", code: "recordings.not_captions" }]);
  }
}

const standingLink = ({ data }: Shown, typed: TypedValues) => {
  const { recording } = data as RecordingData;
  // A file in its place is told by its own name.
  if (recording?.file) return { link: stoodIn(typed)?.link, duration: stoodIn(typed)?.duration };
  return { link: recording?.link ?? "", duration: recording?.duration ?? "" };
};

/** Whoever publishes, withdraws or removes it has seen all of it; each part stands on the page in a place of its own. */
const whole = {
  lies: "lies",
  length: "length",
  chapters: "chapters",
  captionsSq: "captions",
  captionsEn: "captions",
  poster: "poster",
} as const;

const captionsIn = { sq: "captionsSq", en: "captionsEn" } as const;

/** A new chapter beside those that stand. `what` is a kind, or an item's id. */
function newChapter({ moment: starts, what, title }: v.InferOutput<typeof NewChapter>): ChapterInput {
  if (what === "opening" || what === "break") return { kind: what, starts };
  if (what !== "other") return { kind: "item", starts, itemId: what };
  if (!title?.sq.trim()) throw new InvalidInput([{ path: "title.sq", code: "text.required" }]);
  return { kind: "other", starts, title };
}

/** Captions as they stand, for whoever prepares or approves them. @throws `recordings.not_found` */
async function captionsText(c: WorkspaceContext): Promise<Response> {
  const id = meetingId(c);
  const found = await c.var.db.read((tx) =>
    tx
      .selectFrom("recording_captions as t")
      .innerJoin("recordings as r", "r.id", "t.recording_id")
      .where("r.meeting_id", "=", id)
      .where("t.language", "=", c.req.param("language") as Locale)
      .select("t.content")
      .executeTakeFirst(),
  );
  if (!found) throw recordingNotFound();
  return c.text(found.content);
}

const routes = (services: Pick<Services, "config" | "storage" | "scanner">): WorkspaceRoute[] => {
  const ofPage = { at: paths.page, again: recordingPage };
  return [
    page(paths.page, sees, recordingPage),
    page(paths.captionsText, sees, captionsText),
    form(paths.link, editMeetings, {
      ...ofPage,
      name: "link",
      schema: Link,
      standing: standingLink,
      async save(c, { link, duration, seen }) {
        await atFields({ failures: { "recordings.source_changed": "link" } }, () =>
          c.var.db.write((tx) => setRecordingLink(tx, doing(c), meetingId(c), { link, duration }, seen)),
        );
        return back(c, "linked");
      },
    }),
    form(paths.upload, editMeetings, {
      ...ofPage,
      name: "upload",
      schema: v.object({ seen }),
      async save(c, { seen }) {
        const file = await fileIn(c);
        const arriving = { fileName: file.name, expectedSize: file.size };
        const purpose = { as: "recording", meetingId: meetingId(c), seen } as const;
        const failures = { "files.": "file", "recordings.not_a_video": "file", "recordings.source_changed": "file" };
        await atFields({ failures }, () => takeIn(intakeOf(services, c), doing(c), file.stream(), arriving, purpose));
        return back(c, "uploaded");
      },
    }),
    form(paths.chapters, editMeetings, {
      ...ofPage,
      name: "chapters",
      schema: Chapters,
      standing: standingChapters,
      async save(c, { at, item, called }) {
        const id = meetingId(c);
        await c.var.db.write(async (tx) => {
          await checkChaptersStand(c, tx, at, called);
          const { chapters, fields } = await chaptersFor(tx, id, at, item);
          try {
            await setChapters(tx, doing(c), id, chapters);
          } catch (failure) {
            if (!(failure instanceof InvalidInput)) throw failure;
            throw new InvalidInput(
              failure.fields.map(({ path, ...rest }) => ({ path: fields[Number.parseInt(path, 10)] ?? path, ...rest })),
            );
          }
        });
        return back(c, "chapters");
      },
    }),
    form(paths.newChapter, editMeetings, {
      ...ofPage,
      name: "chapter",
      schema: NewChapter,
      async save(c, input) {
        const id = meetingId(c);
        const added = newChapter(input);
        if (added.kind === "item" && !isUuid(added.itemId))
          throw new InvalidInput([{ path: "what", code: "input.wrong" }]);
        await c.var.db.write(async (tx) => {
          const { chapters } = await chaptersFor(tx, id, null, {});
          // Sent twice it is there already, and that is what was wanted.
          if (chapters.some((one) => isSame({ ...one, id: null }, added))) return;
          await checkIsAsShown(c, tx, { chapters: "moment" });
          try {
            await setChapters(tx, doing(c), id, [...chapters, added]);
          } catch (failure) {
            if (!(failure instanceof InvalidInput)) throw failure;
            const fieldOf = (path: string) => (path.endsWith(".itemId") ? "what" : "moment");
            throw new InvalidInput(failure.fields.map(({ path, ...rest }) => ({ path: fieldOf(path), ...rest })));
          }
          await askAboutChapters(c, tx);
        });
        return back(c, "chapter");
      },
    }),
    form(paths.shift, editMeetings, {
      ...ofPage,
      name: "shift",
      schema: Shift,
      async save(c, { chapter, moment }) {
        await atFields({ fields: { at: "moment" } }, () =>
          c.var.db.write(async (tx) => {
            await checkIsAsShown(c, tx, { chapters: "chapter" });
            await shiftChapters(tx, doing(c), meetingId(c), { chapterId: chapter, starts: moment });
          }),
        );
        return back(c, "shifted");
      },
    }),
    form(paths.fromLog, editMeetings, {
      ...ofPage,
      name: "from-log",
      schema: v.object({}),
      async save(c) {
        await c.var.db.write(async (tx) => {
          await checkIsAsShown(c, tx, { chapters: "chapters" });
          await takeChaptersFromLog(tx, doing(c), meetingId(c));
        });
        return back(c, "from_log");
      },
    }),
    form(paths.captions, editMeetings, {
      ...ofPage,
      name: "captions",
      schema: Captions,
      async save(c, { language }) {
        const text = await textOf(await fileIn(c));
        await c.var.db.write(async (tx) => {
          await checkIsAsShown(c, tx, { [captionsIn[language]]: "file" });
          await setCaptions(tx, doing(c), meetingId(c), language, text);
          await askAboutCaptions(c, tx, language);
        });
        return back(c, "captions");
      },
    }),
    form(paths.captionsRemoval, editMeetings, {
      ...ofPage,
      name: "captions-removal",
      schema: Captions,
      async save(c, { language }) {
        await c.var.db.write(async (tx) => {
          await checkIsAsShown(c, tx, { [captionsIn[language]]: "language" });
          await removeCaptions(tx, doing(c), meetingId(c), language as Locale);
        });
        return back(c, "captions_removed");
      },
    }),
    form(paths.poster, editMeetings, {
      ...ofPage,
      name: "poster",
      schema: v.object({}),
      async save(c) {
        const file = await fileIn(c);
        const arriving = { fileName: file.name, expectedSize: file.size };
        const { photo } = await atFields({ failures: { "files.": "file", "photos.": "file" } }, () =>
          takeInPhoto(intakeOf(services, c), doing(c), file.stream(), arriving),
        );
        await c.var.db.write(async (tx) => {
          await checkIsAsShown(c, tx, { poster: "file" });
          await setPoster(tx, doing(c), meetingId(c), photo);
        });
        return back(c, "poster");
      },
    }),
    form(paths.posterRemoval, editMeetings, {
      ...ofPage,
      name: "poster-removal",
      schema: v.object({}),
      async save(c) {
        await c.var.db.write(async (tx) => {
          await checkIsAsShown(c, tx, { poster: "poster" });
          await setPoster(tx, doing(c), meetingId(c), null);
        });
        return back(c, "poster_removed");
      },
    }),
    form(paths.submission, editMeetings, {
      ...ofPage,
      name: "recording-submission",
      schema: v.object({ note: typedWord }),
      async save(c, { note }) {
        await c.var.db.write(async (tx) => {
          await checkIsAsShown(c, tx, whole);
          await handOver(tx, doing(c), meetingId(c), note || null);
        });
        return back(c, "submitted");
      },
    }),
    form(paths.publication, publishMeetings, {
      ...ofPage,
      name: "publication",
      schema: v.object({}),
      async save(c) {
        await c.var.db.write(async (tx) => {
          await checkIsAsShown(c, tx, whole);
          await approve(tx, doing(c), meetingId(c));
          await publishRecording(tx, doing(c), meetingId(c));
          await askAboutRecording(c, tx);
        });
        return back(c, "published");
      },
    }),
    form(paths.withdrawal, publishMeetings, {
      ...ofPage,
      name: "withdrawal",
      schema: v.object({}),
      async save(c) {
        await c.var.db.write(async (tx) => {
          await checkIsAsShown(c, tx, whole);
          await withdrawRecording(tx, doing(c), meetingId(c));
        });
        return back(c, "withdrawn");
      },
    }),
    form(paths.removal, editMeetings, {
      ...ofPage,
      name: "removal",
      schema: v.object({}),
      async save(c) {
        await c.var.db.write(async (tx) => {
          await checkIsAsShown(c, tx, whole);
          await removeRecording(tx, doing(c), meetingId(c));
        });
        return back(c, "removed");
      },
    }),
  ].map(asItStands);
};

/** The picture before the film, for those who prepare it. */
const posters = ({ storage }: Pick<Services, "storage">) =>
  new Hono<WorkspaceScope>().get("/:id/poster/:width", requires(sees), async (c) => {
    const { id, width } = c.req.param();
    if (!isUuid(id)) throw recordingNotFound();
    const found = await c.var.db.read((tx) =>
      tx.selectFrom("recordings").select("poster_renditions").where("meeting_id", "=", id).executeTakeFirst(),
    );
    const rendition = found?.poster_renditions.find((one) => one.width === Number(width));
    if (!rendition) throw recordingNotFound();
    const object = await storage.get(fileKey(c.var.tenant.id, rendition.sha256), { signal: c.req.raw.signal });
    if (!object) throw new AppError("files.storage_unavailable", 503);
    return new Response(object.body, {
      headers: { "content-type": rendition.mediaType, "content-length": String(object.size) },
    });
  });

/** The recordings of meetings: from the file or the link to what the public sees. */
export const recordingsWorkspace: WorkspaceFeatureOf = (services) => ({
  routes: routes(services),
  api: { path: "/recordings", routes: posters(services) },
});
