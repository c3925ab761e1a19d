import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { isBlankHtml } from "../../html-text.ts";
import { phrases } from "../../http/phrases.ts";
import type { Actor } from "../../http/scope.ts";
import { dayIn } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { maySeeDrafts } from "../accounts/policies.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { deskPaths } from "../meetings/desk/desk-paths.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import type { StoredDraftAct } from "./draft-acts.store.ts";

/** What people need in order to comment, and what a complete notice holds. */
export const lackingThings = ["text", "report", "effect", "how", "english"] as const;
export type Lacking = (typeof lackingThings)[number];

const isSaidInBoth = (text: LocalizedText | null) => text === null || Boolean(text.en);

/** What a notice of this draft act would leave out. */
export function lackingOf(draft: StoredDraftAct, roles: readonly string[]): Lacking[] {
  const has = (text: LocalizedText | null, ...papers: string[]) =>
    !isBlankHtml(text) || roles.some((role) => papers.includes(role));
  const { title, summary, body, reasons, expected_effect, how_to_comment } = draft;
  const lacking: Record<Lacking, boolean> = {
    text: !has(body, "draft_act", "text"),
    report: !has(reasons, "explanatory_report"),
    effect: !has(expected_effect),
    how: !has(how_to_comment),
    english: ![title, summary, body, reasons, expected_effect, how_to_comment].every(isSaidInBoth),
  };
  return lackingThings.filter((thing) => lacking[thing]);
}

/** The papers of a draft act in their order, and what each is to it. */
export async function findPapers(tx: TenantTx, id: string, locale: Locale) {
  const rows = await tx
    .selectFrom("attachments as o")
    .innerJoin("documents as d", "d.id", "o.document_id")
    .where("o.draft_act_id", "=", id)
    .orderBy("o.position")
    .orderBy("o.added_at")
    .select(["d.id", "d.title", "o.role"])
    .execute();
  return rows.map((row) => ({ ...row, roleName: phrases(locale, "forms")(`role.${row.role}`) }));
}

/** The meetings on whose agendas it stands, public hearings among them, as far as somebody may know of them. */
export async function findMeetings(tx: TenantTx, id: string, actor: Actor, locale: Locale, now: Date) {
  const seesAll = maySeeDrafts(actor, "meeting");
  const rows = await tx
    .selectFrom("agenda_items as i")
    .innerJoin("meetings as m", "m.id", "i.meeting_id")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("i.draft_act_id", "=", id)
    .where("m.binned_at", "is", null)
    .where("m.state", "<>", "withdrawn")
    .$if(!seesAll, (query) => query.where(sql<boolean>`m.state = 'published' and m.public_from <= ${now}`))
    .orderBy("m.starts_at")
    .orderBy("i.path")
    .select([
      "m.id",
      "m.slug",
      "m.kind",
      "m.title",
      "m.stage",
      "m.starts_at",
      "b.kind as body_kind",
      "b.name as body_name",
    ])
    .select("i.path")
    .execute();
  return rows.map((row) => ({
    calledOff:
      row.stage === "cancelled" || row.stage === "postponed" ? phrases(locale, "meetings")(`stage.${row.stage}`) : null,
    ...{ day: dayIn(row.starts_at), name: fullMeetingName(row), item: row.path.join(".") },
    url: seesAll ? fillPath(deskPaths.meeting, { id: row.id }) : meetingUrl(row.slug),
  }));
}
