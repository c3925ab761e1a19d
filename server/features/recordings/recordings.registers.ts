import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { kindChoices } from "../meetings/meeting-choices.ts";
import { numberOf } from "../meetings/numbers.shared.ts";
import { linkTo, meetingColumns } from "../meetings/register-columns.ts";
import { type AnyRegister, type Register, textColumns } from "../open-data/register.ts";
import { registerPath } from "../open-data/register-paths.shared.ts";
import { chapterKinds, clockOf, momentOf } from "./chapters.shared.ts";
import { linkKind, linkKinds } from "./link-kind.shared.ts";
import { exportFilters, type RecordingFilters } from "./list-filters.ts";
import { recordingUrl } from "./moment-view.ts";
import { chapterTitle } from "./recording-view.ts";
import {
  type ChapterRow,
  countChapters,
  countFacets,
  findChapterBatch,
  findRecordingBatch,
  type ListedRecording,
} from "./recordings.queries.ts";

/** A recording with where its file is fetched. */
type Row = ListedRecording & { file: string | null };

const lies = (["file", ...linkKinds] as const).map((value) => ({
  value,
  label: { sq: phrases("sq", "recordings")(`lies.${value}`), en: phrases("en", "recordings")(`lies.${value}`) },
}));

async function withFiles(tx: TenantTx, rows: readonly ListedRecording[], now: Date): Promise<Row[]> {
  const documents = await documentsOf(
    tx,
    "recording",
    rows.map(({ id }) => id),
    now,
  );
  return rows.map((row) => ({ ...row, file: documents.get(row.id)?.[0]?.url ?? null }));
}

const asked = ({ asked: _, page: __, ...rest }: RecordingFilters) => rest;

const recordingsRegister: Register<RecordingFilters, Row> = {
  name: "recordings",
  title: { sq: "Regjistrimet e mbledhjeve", en: "Recordings of meetings" },
  description: {
    sq: "Një rresht për çdo regjistrim publik të një mbledhjeje: sa zgjat, ku gjendet, sa kapituj ka dhe në cilat gjuhë ka titra.",
    en: "A row for each public recording of a meeting: how long it is, where it is, how many chapters it has and in which languages there are captions.",
  },
  path: registerPath("recordings"),
  areas: ["meetings", "people"],
  columns: [
    { name: "id", kind: "text", label: { sq: "Identifikuesi", en: "Identifier" }, value: (row) => row.id },
    { name: "meeting_id", kind: "text", label: { sq: "Mbledhja", en: "Meeting" }, value: (row) => row.meeting_id },
    { name: "day", kind: "date", label: { sq: "Data", en: "Date" }, value: (row) => row.day },
    {
      name: "kind",
      kind: "choice",
      label: { sq: "Lloji i mbledhjes", en: "Kind of meeting" },
      choices: kindChoices,
      value: (row) => row.kind,
    },
    { name: "body", kind: "text", label: { sq: "Organi", en: "Body" }, value: (row) => row.body_slug },
    ...textColumns("body_name", { sq: "Emri i organit", en: "Name of the body" }, (row: Row) => row.body_name),
    ...textColumns("name", { sq: "Emërtimi", en: "Name" }, (row: Row) => fullMeetingName(row)),
    {
      name: "duration",
      kind: "integer",
      label: { sq: "Kohëzgjatja në sekonda", en: "Length in seconds" },
      value: (row) => row.duration,
    },
    {
      name: "lies",
      kind: "choice",
      label: { sq: "Ku gjendet", en: "Where it is" },
      choices: lies,
      value: (row) => (row.link === null ? "file" : linkKind(row.link)),
    },
    { name: "chapters", kind: "integer", label: { sq: "Kapituj", en: "Chapters" }, value: (row) => row.chapters },
    {
      name: "captions",
      kind: "text",
      label: { sq: "Gjuhët e titrave", en: "Languages of the captions" },
      value: (row) => row.captions.join("; "),
    },
    {
      name: "link",
      kind: "link",
      label: { sq: "Skedari ose lidhja", en: "File or link" },
      value: (row, { origin }) => row.link ?? (row.file && origin + row.file),
    },
    {
      name: "published_at",
      kind: "instant",
      label: { sq: "Publikuar", en: "Published" },
      value: (row) => row.public_from?.toISOString(),
    },
    {
      name: "updated_at",
      kind: "instant",
      label: { sq: "Ndryshuar", en: "Updated" },
      value: (row) => row.updated_at.toISOString(),
    },
    {
      name: "url",
      kind: "link",
      label: { sq: "Adresa", en: "Address" },
      value: (row, telling) => linkTo(recordingUrl(row.slug), telling),
    },
  ],
  filters: exportFilters,
  total: async (tx, filters, now) => (await countFacets(tx, filters, now)).total,
  batch: async (tx, filters, now, after, size) =>
    withFiles(tx, await findRecordingBatch(tx, filters, now, after, size), now),
  asked,
};

const named = (locale: "sq" | "en", kind: (typeof chapterKinds)[number]) =>
  phrases(locale, "recordings")(`kind.${kind}`);
const titleOf = (row: ChapterRow): LocalizedText => chapterTitle({ ...row, kind: row.chapter_kind });

const chaptersRegister: Register<RecordingFilters, ChapterRow> = {
  name: "recording_chapters",
  title: { sq: "Kapitujt e regjistrimeve", en: "Chapters of recordings" },
  description: {
    sq: "Një rresht për çdo kapitull të një regjistrimi publik: pika e rendit të ditës dhe çasti ku fillon.",
    en: "A row for each chapter of a public recording: the agenda item and the moment at which it begins.",
  },
  path: registerPath("recording_chapters"),
  areas: ["meetings", "people"],
  columns: [
    { name: "chapter_id", kind: "text", label: { sq: "Kapitulli", en: "Chapter" }, value: (row) => row.id },
    ...meetingColumns<ChapterRow>(),
    {
      name: "starts",
      kind: "integer",
      label: { sq: "Fillon në sekondën", en: "Begins at second" },
      value: (row) => Math.max(row.starts, 0),
    },
    {
      name: "clock",
      kind: "text",
      label: { sq: "Fillon te", en: "Begins at" },
      value: (row) => clockOf(Math.max(row.starts, 0)),
    },
    {
      name: "chapter_kind",
      kind: "choice",
      label: { sq: "Çfarë tregon", en: "What it shows" },
      choices: chapterKinds.map((value) => ({ value, label: { sq: named("sq", value), en: named("en", value) } })),
      value: (row) => row.chapter_kind,
    },
    { name: "item_id", kind: "text", label: { sq: "Pika", en: "Item" }, value: (row) => row.agenda_item_id },
    {
      name: "number",
      kind: "text",
      label: { sq: "Numri i pikës", en: "Item number" },
      value: (row) => row.path && numberOf(row.path),
    },
    ...textColumns("title", { sq: "Titulli", en: "Title" }, titleOf),
    {
      name: "url",
      kind: "link",
      label: { sq: "Adresa", en: "Address" },
      value: (row, telling) => momentOf(linkTo(recordingUrl(row.meeting_slug), telling), row.starts),
    },
  ],
  filters: exportFilters,
  total: countChapters,
  batch: findChapterBatch,
  asked,
};

export const recordingsRegisters: readonly AnyRegister[] = [recordingsRegister, chaptersRegister];
