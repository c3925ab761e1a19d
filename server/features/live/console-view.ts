import { createHash } from "node:crypto";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { documentUrl } from "../documents/documents.queries.ts";
import { type DeskMeeting, findAgenda, findPapers } from "../meetings/desk/desk.queries.ts";
import { headOf } from "../meetings/desk/desk-meeting.ts";
import { type MajorityRule, majorityRules, proposedMajority, quorumRule } from "../meetings/majorities.ts";
import { numberOf } from "../meetings/numbers.shared.ts";
import { chamberOf, findLog, type LogRow } from "./live.queries.ts";

type Cited = Pick<MajorityRule, "title" | "law" | "article" | "source" | "certainty">;
const citedIn = (locale: Locale, { title, law, article, source, certainty }: Cited) => ({
  ...{ title: title[locale], law, article, source },
  certainty: phrases(locale, "periods")(`certainty.${certainty}`),
});

/** A majority with what it rests on, for whoever has to choose. */
const ruleIn = (locale: Locale, rule: MajorityRule) => ({
  ...citedIn(locale, rule),
  majority: rule.majority,
  appliesTo: rule.appliesTo[locale],
  note: rule.note[locale],
});

/** What the console shows of a meeting besides its log: who belongs to it, what is on the agenda, what the rules say. */
async function sheetOf(tx: TenantTx, meeting: DeskMeeting, log: readonly LogRow[], locale: Locale, now: Date) {
  const { people, needsQuorum } = await chamberOf(tx, meeting, log);
  const [items, papers] = await Promise.all([findAgenda(tx, meeting.id), findPapers(tx, meeting.id)]);
  const drafts = items.flatMap(({ draft_act_id }) => draft_act_id ?? []);
  const ofDrafts = await documentsOf(tx, "draftAct", drafts, now);
  const say = phrases(locale, "meetings");
  return {
    slug: meeting.slug,
    meeting: headOf(meeting, { locale, now }),
    people: people.map(({ id, name }) => ({ id, name })),
    needsQuorum,
    items: items.map((item) => ({
      id: item.id,
      number: numberOf(item.path),
      depth: item.path.length,
      title: item.title,
      kind: phrases(locale, "meetings")(`item.${item.kind}`),
      isElection: item.kind === "election",
      protocolNumber: item.protocol_number,
      majority: proposedMajority({ kind: item.kind, subject: item.draft_subject }).majority,
      /** What lies with its draft act, as the public reads it, and then its own. */
      papers: [
        ...(ofDrafts.get(item.draft_act_id ?? "") ?? []),
        ...papers
          .filter(({ agenda_item_id }) => agenda_item_id === item.id)
          .map(({ id, title, file_name, role }) => ({ id, title, role, url: documentUrl(id, file_name) })),
      ].map(({ id, title, role, url }) => ({ id, title, url, role: say(`role.${role}`) })),
    })),
    rules: majorityRules.map((rule) => ruleIn(locale, rule)),
    quorum: { ...citedIn(locale, quorumRule), text: quorumRule.text[locale] },
  };
}
export type ConsoleSheet = Awaited<ReturnType<typeof sheetOf>>;

/** A step as a console reads it: with the name by which it was sent, and who wrote it down. */
const stepView = ({ number, command, step, at, by }: LogRow) => ({
  ...{ number, command, step, by },
  at: at.toISOString(),
});
export type StepView = ReturnType<typeof stepView>;

/**
 * All that a console shows. Whoever has the first steps already is given those after them.
 * @param after the number of the last step that is known; 0 for none
 */
export async function consoleView(tx: TenantTx, meeting: DeskMeeting, locale: Locale, now: Date, after = 0) {
  const log = await findLog(tx, meeting.id);
  const sheet = await sheetOf(tx, meeting, log, locale, now);
  const mark = createHash("sha256").update(JSON.stringify(sheet)).digest("base64url").slice(0, 12);
  return {
    sheet,
    steps: log.filter(({ number }) => number > after).map(stepView),
    /** The number of the last step. */
    last: log.length,
    /** Changes with whatever is shown. */
    mark: `${log.length}-${mark}`,
    /** The server's clock. */
    now: now.toISOString(),
  };
}
export type ConsoleView = Awaited<ReturnType<typeof consoleView>>;
