import { sql } from "kysely";
import type * as v from "valibot";
import { namingBreaches } from "../../db/breaches.ts";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanLocalizedHtml } from "../../html.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { releaseDocuments } from "../documents/documents.service.ts";
import { publishedAt, recordStanding } from "../lifecycle/lifecycle.ts";
import { informMembers } from "../mailings/mailings.service.ts";
import { slugOf } from "../publications/slug.ts";
import { withdrawFromClosedMeeting } from "../recordings/recordings.service.ts";
import { bodiesOf, type HeldMeeting, holdMeeting, holdMeetingThatTakesPlace } from "./held-meeting.ts";
import { alreadyPublic, announcedStays, anotherThen, bodyNotPublic, notPublished } from "./meetings.errors.ts";
import { MeetingChange, MeetingInput } from "./meetings.schema.ts";
import { checkReason, type ReasonGiven, settleChange, wordsOf } from "./versions.service.ts";

type Checked = v.InferOutput<typeof MeetingInput>;

const isWithoutAgenda = (kind: Checked["kind"]) => kind === "event" || kind === "ceremony";

function problemsOf(input: Checked): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.endsAt && input.endsAt <= input.startsAt)
    problems.push({ path: "endsAt", code: "meetings.ends_before_it_begins" });
  if (input.access === "closed" && !input.closedReason)
    problems.push({ path: "closedReason", code: "meetings.closed_without_reason" });
  if (input.access === "open" && input.closedReason)
    problems.push({ path: "closedReason", code: "meetings.open_with_reason" });
  if (isWithoutAgenda(input.kind) && !input.title) problems.push({ path: "title", code: "text.required" });
  if (input.jointBodyIds.includes(input.bodyId) || new Set(input.jointBodyIds).size < input.jointBodyIds.length)
    problems.push({ path: "jointBodyIds", code: "meetings.body_twice" });
  return problems;
}

const rowOf = (input: Checked) => {
  const description = cleanLocalizedHtml(input.description);
  return {
    kind: input.kind,
    title: input.title ? json(input.title) : null,
    description: description && json(description),
    starts_at: input.startsAt,
    ends_at: input.endsAt ?? null,
    place: input.place ? json(input.place) : null,
    online_url: input.onlineUrl ?? null,
    access: input.access,
    closed_reason: input.closedReason ? json(input.closedReason) : null,
  };
};

/** A meeting as the audit remembers it: what people wrote, not what follows from it. */
async function remembered(tx: TenantTx, meeting: HeldMeeting) {
  const [bodyId, ...jointBodyIds] = await bodiesOf(tx, meeting);
  return {
    bodyId: bodyId!,
    jointBodyIds,
    kind: meeting.kind,
    title: meeting.title,
    description: meeting.description,
    startsAt: meeting.starts_at.toISOString(),
    endsAt: meeting.ends_at?.toISOString() ?? null,
    place: meeting.place,
    onlineUrl: meeting.online_url,
    access: meeting.access,
    closedReason: meeting.closed_reason,
  };
}

/** @throws `InvalidInput` when a body is unknown */
async function findBodies(tx: TenantTx, { bodyId, jointBodyIds }: Checked) {
  const ids = [bodyId, ...jointBodyIds];
  const bodies = await tx.selectFrom("bodies").select(["id", "slug", "name"]).where("id", "in", ids).execute();
  if (bodies.length < ids.length) {
    const path = bodies.some(({ id }) => id === bodyId) ? "jointBodyIds" : "bodyId";
    throw new InvalidInput([{ path, code: "meetings.body_unknown" }]);
  }
  return bodies.find(({ id }) => id === bodyId)!;
}

async function setJointBodies(tx: TenantTx, id: string, bodies: readonly string[]) {
  await tx.deleteFrom("meeting_bodies").where("meeting_id", "=", id).execute();
  if (bodies.length > 0)
    await tx
      .insertInto("meeting_bodies")
      .values(bodies.map((body_id) => ({ meeting_id: id, body_id })))
      .execute();
}

/** A body meets once at a time; what was cancelled, postponed or thrown away does not count, and neither do events. */
const findAnotherThen = (tx: TenantTx, bodyId: string, startsAt: Date) =>
  tx
    .selectFrom("meetings")
    .select("id")
    .where("body_id", "=", bodyId)
    .where("starts_at", "=", startsAt)
    .where("stage", "not in", ["cancelled", "postponed"])
    .where("kind", "not in", ["event", "ceremony"])
    .where("binned_at", "is", null)
    .executeTakeFirst();

/** The address that a meeting is made for: its day, and its body or what the event is called. */
const wantedSlug = ({ kind, startsAt, title }: Checked, bodySlug: string) =>
  `${dayIn(startsAt)}-${isWithoutAgenda(kind) ? slugOf(title!.sq) : bodySlug}`;

/** The addresses that come after a wanted one, which others may have. */
const numbered = (wanted: string, number: number) => (number === 1 ? wanted : `${wanted}-${number}`);

const isTaken = async (tx: TenantTx, slug: string) =>
  Boolean(await tx.selectFrom("meetings").select("id").where("slug", "=", slug).executeTakeFirst());

/** A meeting in the bin that the public never had leaves its address to the one that is planned in its place. */
async function leaveAddress(tx: TenantTx, wanted: string): Promise<void> {
  const binned = await tx
    .selectFrom("meetings")
    .select("id")
    .where("slug", "=", wanted)
    .where("state", "=", "draft")
    .where("binned_at", "is not", null)
    .executeTakeFirst();
  if (!binned) return;
  let number = 2;
  while (await isTaken(tx, numbered(wanted, number))) number += 1;
  await tx
    .updateTable("meetings")
    .set({ slug: numbered(wanted, number) })
    .where("id", "=", binned.id)
    .execute();
}

/** Inserts under the first free address. @throws `meetings.another_then` */
async function insertUnderFreeSlug(
  tx: TenantTx,
  wanted: string,
  values: ReturnType<typeof rowOf> & { body_id: string; folded_text: string; created_at: Date; updated_at: Date },
) {
  await leaveAddress(tx, wanted);
  for (let number = 1; ; number += 1) {
    const slug = numbered(wanted, number);
    if (await isTaken(tx, slug)) continue;
    const made = await tx
      .insertInto("meetings")
      .values({ ...values, slug })
      .onConflict((conflict) => conflict.doNothing())
      .returning(["id", "slug"])
      .executeTakeFirst();
    if (made) return made;
    if (!isWithoutAgenda(values.kind) && (await findAnotherThen(tx, values.body_id, values.starts_at)))
      throw anotherThen();
  }
}

/** Whether anybody can have kept its address: it is, or once was, with the public. */
async function wasEverPublic(tx: TenantTx, by: Doing, { id, state, public_from }: HeldMeeting): Promise<boolean> {
  if (state === "published" && public_from! <= by.now) return true;
  const known = await sql`select from audit_log where subject = 'meeting' and subject_id = ${id}
    and action = 'meeting.withdrawn' and (before ->> 'publicFrom')::timestamptz <= at limit 1`.execute(tx);
  return known.rows.length > 0;
}

/**
 * The address of a meeting that was changed: while the public has never had it, it follows day and title. One that only
 * differs by its number stays.
 */
async function slugAfter(tx: TenantTx, by: Doing, stored: HeldMeeting, input: Checked): Promise<string> {
  const wanted = wantedSlug(input, stored.body_slug);
  const fits = stored.slug.startsWith(wanted) && /^(-\d+)?$/.test(stored.slug.slice(wanted.length));
  if (fits || (await wasEverPublic(tx, by, stored))) return stored.slug;
  let number = 1;
  while (await isTaken(tx, numbered(wanted, number))) number += 1;
  return numbered(wanted, number);
}

/**
 * A planned meeting that nobody sees yet. Its address is made from its day and its body, or its title, follows them until
 * the public has it, and then stays as it is whatever becomes of them.
 * @throws `InvalidInput`, `meetings.another_then`
 */
export async function createMeeting(
  tx: TenantTx,
  by: Doing,
  given: MeetingInput,
): Promise<{ id: string; slug: string }> {
  const input = parsed(MeetingInput, given);
  const problems = problemsOf(input);
  if (problems.length > 0) throw new InvalidInput(problems);
  const body = await findBodies(tx, input);
  const row = rowOf(input);
  const made = await insertUnderFreeSlug(tx, wantedSlug(input, body.slug), {
    ...row,
    body_id: input.bodyId,
    folded_text: "",
    created_at: by.now,
    updated_at: by.now,
  });
  await setJointBodies(tx, made.id, input.jointBodyIds);
  const stored = await holdMeeting(tx, made.id);
  await tx
    .updateTable("meetings")
    .set({ folded_text: await wordsOf(tx, stored) })
    .where("id", "=", made.id)
    .execute();
  await recordChange(tx, by, "meeting.created", "meeting", made.id, null, await remembered(tx, stored));
  return made;
}

/** What calendars must take over. */
const calendarFields = ["kind", "title", "startsAt", "endsAt", "place", "onlineUrl"] as const;

/**
 * Changes what is given and leaves all else. Of an announced meeting the reason is told to its readers.
 * @throws `InvalidInput`, `meetings.not_found`, `meetings.reason_needed`, `meetings.another_then`, `meetings.does_not_take_place`
 */
export async function changeMeeting(
  tx: TenantTx,
  by: Doing,
  id: string,
  change: MeetingChange,
  reason?: ReasonGiven,
): Promise<void> {
  const asked = parsed(MeetingChange, change);
  const stored = await holdMeetingThatTakesPlace(tx, id);
  const why = checkReason(stored, reason);
  const before = await remembered(tx, stored);
  // What was open needs no reason any more.
  const whole = { ...before, ...asked, ...(asked.access === "open" && { closedReason: null }) };
  const input = parsed(MeetingInput, whole);
  const problems = problemsOf(input);
  if (stored.announced_at && input.startsAt < stored.announced_at)
    problems.push({ path: "startsAt", code: "meetings.begins_before_notice" });
  if (problems.length > 0) throw new InvalidInput(problems);
  await findBodies(tx, input);
  const another = await findAnotherThen(tx, stored.body_id, input.startsAt);
  if (another && another.id !== id && !isWithoutAgenda(input.kind)) throw anotherThen();
  const isForCalendars = stored.state === "published" && calendarFields.some((field) => field in asked);
  const slug = await slugAfter(tx, by, stored, input);
  await namingBreaches({ meetings_tenant_id_slug_key: anotherThen }, () =>
    tx
      .updateTable("meetings")
      .set({ ...rowOf(input), slug, sequence: stored.sequence + (isForCalendars ? 1 : 0) })
      .where("id", "=", id)
      .execute(),
  );
  if (asked.jointBodyIds) await setJointBodies(tx, id, input.jointBodyIds);
  if (input.access === "closed") await withdrawFromClosedMeeting(tx, by, id);
  await settleChange(tx, by, stored, why);
  if (stored.state === "published") await raiseVersion(tx, "sittings");
  if (isForCalendars) await informMembers(tx, by, id);
  const after = await remembered(tx, await holdMeeting(tx, id));
  await recordChange(tx, by, "meeting.changed", "meeting", id, before, { ...after, reason: why });
}

/** Documents of a meeting and of its items become public with it, or are taken back. */
export async function releaseMeetingDocuments(tx: TenantTx, id: string, from: Date | null) {
  const items = tx.selectFrom("agenda_items").select("id").where("meeting_id", "=", id);
  const carried = await tx
    .selectFrom("attachments")
    .select("document_id")
    .where((eb) => eb.or([eb("meeting_id", "=", id), eb("agenda_item_id", "in", items)]))
    .where("waits", "=", false)
    .execute();
  await releaseDocuments(
    tx,
    carried.map(({ document_id }) => document_id),
    from,
  );
}

/** @throws `meetings.body_not_public`: a meeting names its body */
export function checkBodyIsPublic({ body_state, body_public_from }: HeldMeeting, at: Date) {
  if (body_state !== "published" || body_public_from! > at) throw bodyNotPublic();
}

/**
 * Shows a planned meeting in the calendar, now or later by itself, before there is a notice. The notice publishes too.
 * @throws `meetings.not_found`, `meetings.already_public`, `meetings.body_not_public`
 */
export async function publishMeeting(tx: TenantTx, by: Doing, id: string, at: Date = by.now): Promise<void> {
  const before = await holdMeeting(tx, id);
  const after = publishedAt(before, by, at, alreadyPublic);
  checkBodyIsPublic(before, at);
  await tx
    .updateTable("meetings")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseMeetingDocuments(tx, id, at);
  await raiseVersion(tx, "meetings", "sittings");
  await recordStanding(tx, by, ["meeting", id], before, after);
}

/** Nobody was given notice of it: one that the public should not see yet, or an event, held as it may be. */
export const mayBeTakenBack = ({ stage, kind }: Pick<HeldMeeting, "stage" | "kind">): boolean =>
  stage === "planned" || (isWithoutAgenda(kind) && (stage === "open" || stage === "closed"));

/**
 * Takes a planned meeting, or an event of which no notice is given, from the calendar again. One that was announced is
 * cancelled instead: its page stays.
 * @throws `meetings.not_found`, `meetings.not_published`, `meetings.announced_stays`
 */
export async function withdrawMeeting(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const stored = await holdMeeting(tx, id);
  if (stored.state !== "published") throw notPublished();
  if (!mayBeTakenBack(stored) || stored.announced_at) throw announcedStays();
  await tx
    .updateTable("meetings")
    .set({ state: "draft", public_from: null, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseMeetingDocuments(tx, id, null);
  await raiseVersion(tx, "meetings", "sittings");
  const before = { state: stored.state, publicFrom: stored.public_from };
  await recordChange(tx, by, "meeting.withdrawn", "meeting", id, before, { state: "draft" });
}
