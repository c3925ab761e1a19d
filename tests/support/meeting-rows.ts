import type { Insertable } from "kysely";
import { json } from "../../server/db/columns.ts";
import { raiseVersion } from "../../server/db/content-versions.ts";
import type { BodyKind } from "../../server/features/bodies/bodies.shared.ts";
import type { BodiesTable } from "../../server/features/bodies/bodies.tables.ts";
import type { Carrier } from "../../server/features/documents/attachments.queries.ts";
import { attach } from "../../server/features/documents/attachments.service.ts";
import type { AttachmentRole } from "../../server/features/documents/attachments.shared.ts";
import type { AgendaItemsTable, MeetingsTable } from "../../server/features/meetings/meetings.tables.ts";
import type { LocalizedText } from "../../server/locale.shared.ts";
import { doing, storePdf } from "./content.ts";
import type { TestCouncil, TestWorld } from "./world.ts";

const before = new Date("2026-01-01T08:00:00Z");

/** A body of the council that the public sees. */
export const addBody = (
  council: TestCouncil,
  kind: BodyKind,
  slug: string,
  name: LocalizedText,
  given: Partial<Insertable<BodiesTable>> = {},
) =>
  council.db.write(async (tx) => {
    const { id } = await tx
      .insertInto("bodies")
      .values({
        slug,
        kind,
        name: json(name),
        contacts: "{}",
        folded_text: "",
        state: "published",
        public_from: before,
        ...given,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });

/** A meeting that the public sees, with whatever is given otherwise. */
export const addMeeting = (
  council: TestCouncil,
  bodyId: string,
  slug: string,
  given: Partial<Insertable<MeetingsTable>> = {},
) =>
  council.db.write(async (tx) => {
    const { id } = await tx
      .insertInto("meetings")
      .values({
        slug,
        body_id: bodyId,
        kind: "ordinary",
        starts_at: new Date("2026-03-12T17:00:00Z"),
        ends_at: null,
        place: json({ sq: "Salla e Këshillit", en: "Council chamber" }),
        online_url: null,
        postponed_to: null,
        announced_at: null,
        opened_at: null,
        closed_at: null,
        minutes_published_at: null,
        members: null,
        present: null,
        folded_text: "",
        state: "published",
        public_from: before,
        updated_at: before,
        ...given,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await raiseVersion(tx, "meetings");
    return id;
  });

export const addItem = (
  council: TestCouncil,
  meetingId: string,
  path: number[],
  title: LocalizedText,
  given: Partial<Insertable<AgendaItemsTable>> = {},
) =>
  council.db.write(async (tx) => {
    const { id } = await tx
      .insertInto("agenda_items")
      .values({
        meeting_id: meetingId,
        path,
        kind: "other",
        title: json(title),
        proposer_kind: null,
        proposer_person_id: null,
        proposer_body_id: null,
        protocol_number: null,
        draft_act_id: null,
        result: null,
        added_at: before,
        ...given,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });

/** Stores a PDF and attaches it to a thing, public from `publicFrom` on. */
export async function addPaper(
  world: TestWorld,
  council: TestCouncil,
  carrier: Carrier,
  id: string,
  {
    title,
    fileName,
    role = "other",
    publicFrom = before,
    addedAt = before,
  }: { title: LocalizedText; fileName: string; role?: AttachmentRole; publicFrom?: Date | null; addedAt?: Date },
) {
  const stored = await storePdf(world, council, title.sq, { title, fileName });
  await council.db.write((tx) =>
    attach(tx, { ...doing(world), now: addedAt }, carrier, id, [{ documentId: stored.id, role }], publicFrom),
  );
  return stored;
}

/** A published draft act that is open for comments on these days. */
export const addPeriod = (
  council: TestCouncil,
  {
    slug,
    title,
    from,
    until,
    rule = "K3",
  }: { slug: string; title: LocalizedText; from: string; until: string; rule?: string },
) =>
  council.db.write(async (tx) => {
    const { id } = await tx
      .insertInto("draft_acts")
      .values({
        slug,
        type: "decision",
        nature: "normative",
        title: json(title),
        subject: "taxes",
        proposer_kind: "mayor",
        proposer_person_id: null,
        proposer_body_id: null,
        protocol_number: null,
        registered_on: from,
        stage: "consultation",
        initiative_from: null,
        consultation_from: from,
        consultation_required: true,
        folded_text: "",
        state: "published",
        public_from: before,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("deadlines")
      .values({
        subject: "draft-act",
        subject_id: id,
        rule,
        starts_on: from,
        starts_at: null,
        case_period: null,
        due_on: until,
        due_at: null,
        steps: "[]",
        certainty: json({ estimatedDays: [], generatedYears: [] }),
        opened_at: before,
        computed_at: before,
        closed_at: null,
      })
      .execute();
    await raiseVersion(tx, "drafts");
    return id;
  });
