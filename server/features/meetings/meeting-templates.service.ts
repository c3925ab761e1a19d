import type { Selectable } from "kysely";
import type * as v from "valibot";
import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanLocalizedHtml } from "../../html.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import type { MeetingTemplatesTable } from "../mailings/mailings.tables.ts";
import { MeetingTemplateInput } from "./meeting-templates.schema.ts";
import { templateNotFound } from "./meetings.errors.ts";

type Checked = v.InferOutput<typeof MeetingTemplateInput>;

async function rowOf(tx: TenantTx, input: Checked) {
  const body = await tx.selectFrom("bodies").select("id").where("id", "=", input.bodyId).executeTakeFirst();
  if (!body) throw new InvalidInput([{ path: "bodyId", code: "meetings.body_unknown" }]);
  const orNull = (value: object | null | undefined) => (value ? json(value) : null);
  return {
    body_id: input.bodyId,
    kind: input.kind,
    name: json(input.name),
    title: orNull(input.title),
    place: orNull(input.place),
    online_url: input.onlineUrl ?? null,
    access: input.access,
    closed_reason: orNull(input.closedReason),
    weekday: input.weekday,
    week: input.week ?? null,
    starts_at: input.startsAt,
    minutes: input.minutes ?? null,
    opening_items: json(input.openingItems),
    closing_items: json(input.closingItems),
    notice: orNull(cleanLocalizedHtml(input.notice)),
  };
}

/** @throws `InvalidInput` */
export async function createTemplate(tx: TenantTx, by: Doing, given: MeetingTemplateInput): Promise<string> {
  const input = parsed(MeetingTemplateInput, given);
  const { id } = await tx
    .insertInto("meeting_templates")
    .values({ ...(await rowOf(tx, input)), created_at: by.now, updated_at: by.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordChange(tx, by, "meeting_template.created", "meeting_template", id, null, input);
  return id;
}

/** A template as it was given. @throws `meetings.template_not_found` */
export async function findTemplateInput(tx: TenantTx, id: string): Promise<Checked> {
  const row = await tx.selectFrom("meeting_templates").selectAll().where("id", "=", id).executeTakeFirst();
  return asGiven(row);
}

/** The same, held until the change is made, so that two who save at once come one after the other. */
export async function holdTemplate(tx: TenantTx, id: string): Promise<Checked> {
  const row = await tx.selectFrom("meeting_templates").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return asGiven(row);
}

function asGiven(row: Selectable<MeetingTemplatesTable> | undefined): Checked {
  if (!row) throw templateNotFound();
  return {
    bodyId: row.body_id,
    kind: row.kind as Checked["kind"],
    name: row.name,
    title: row.title,
    place: row.place,
    onlineUrl: row.online_url,
    access: row.access,
    closedReason: row.closed_reason,
    weekday: row.weekday,
    week: row.week as Checked["week"],
    startsAt: row.starts_at.slice(0, 5),
    minutes: row.minutes,
    openingItems: row.opening_items,
    closingItems: row.closing_items,
    notice: row.notice,
  };
}

/** @throws `InvalidInput`, `meetings.template_not_found` */
export async function changeTemplate(tx: TenantTx, by: Doing, id: string, given: MeetingTemplateInput): Promise<void> {
  const input = parsed(MeetingTemplateInput, given);
  const before = await findTemplateInput(tx, id);
  await tx
    .updateTable("meeting_templates")
    .set({ ...(await rowOf(tx, input)), updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await recordChange(tx, by, "meeting_template.changed", "meeting_template", id, before, input);
}

/** Meetings that were made from it stay as they are. @throws `meetings.template_not_found` */
export async function removeTemplate(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const before = await findTemplateInput(tx, id);
  await tx.deleteFrom("meeting_templates").where("id", "=", id).execute();
  await recordChange(tx, by, "meeting_template.removed", "meeting_template", id, before, null);
}

/** Every template with its body, in the order of the bodies. */
export const findTemplates = (tx: TenantTx) =>
  tx
    .selectFrom("meeting_templates as t")
    .innerJoin("bodies as b", "b.id", "t.body_id")
    .orderBy("b.kind")
    .orderBy("b.position")
    .orderBy("t.created_at")
    .orderBy("t.id")
    .select(["t.id", "t.name", "t.kind", "t.weekday", "t.week", "t.starts_at as startsAt"])
    .select(["b.id as bodyId", "b.name as bodyName"])
    .execute();
