import type { Messages } from "../../../../web/i18n/messages.ts";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { dayIn, numericDay, timeIn } from "../../../local-time.ts";
import type { LocalizedText } from "../../../locale.shared.ts";
import { type Standing, stoodField, stoodOf } from "../../../workspace/changed-meanwhile.shared.ts";
import { beginning, ChangedMeanwhile, changedSince } from "../../../workspace/changed-meanwhile.ts";
import { typedValues } from "../../../workspace/form-route.ts";
import type { WorkspaceContext } from "../../../workspace/scope.ts";
import { fullMeetingName } from "../full-name.ts";
import { holdMeeting } from "../held-meeting.ts";
import { type DeskMeeting, findJointBodies } from "./desk.queries.ts";
import { readMeeting } from "./desk-meeting.ts";
import { agendaOf } from "./overview.ts";

type Agenda = Awaited<ReturnType<typeof agendaOf>>;
type Joint = Awaited<ReturnType<typeof findJointBodies>>;

export const both = (text: LocalizedText | null): string => [text?.sq, text?.en].filter(Boolean).join(" / ");
const hour = (at: Date) => `${numericDay(dayIn(at))}, ${timeIn(at)}`;

/** What a notice says of a meeting, by the parts of the page on which it is given. */
export function announcedOf(meeting: DeskMeeting, { items, papers }: Agenda, joint: Joint, accessLabel: string) {
  const paper = (number: string) => (one: { role: string; title: LocalizedText }) =>
    `${number}${one.role}: ${both(one.title)}`;
  return {
    name: [both(fullMeetingName(meeting))],
    when: [hour(meeting.starts_at), ...(meeting.ends_at ? [hour(meeting.ends_at)] : [])],
    place: [both(meeting.place)],
    online: [meeting.online_url ?? ""],
    stream: [meeting.stream_url ?? ""],
    joint: joint.map(({ name }) => both(name)),
    access: [accessLabel, both(meeting.closed_reason)],
    agenda: [
      ...items.flatMap(({ number, title, papers, result }) => [
        `${number}. ${both(title)}${result ? `: ${result}` : ""}`,
        ...papers.map(paper(`${number}. `)),
      ]),
      ...papers.map(paper("")),
    ],
  } satisfies Standing;
}

const labels = {
  name: "meeting",
  when: "when_column",
  place: "place",
  online: "online",
  stream: "stream",
  joint: "joint",
  access: "access",
  agenda: "agenda",
} as const satisfies Record<keyof ReturnType<typeof announcedOf>, keyof Messages["desk"]>;

/**
 * What a page showed beside its form still is so.
 * @param labels what each part is called on the desk
 * @throws {ChangedMeanwhile} once for each change, which is told at the part's own place
 */
export async function checkStandsAsShown(
  c: WorkspaceContext,
  now: Standing,
  labels: Readonly<Record<string, keyof Messages["desk"]>>,
): Promise<void> {
  const typed = await typedValues(c);
  const changed = changedSince(typed, now);
  if (changed.length === 0) return;
  const t = phrases(c.var.locale, "desk");
  const lines = (some: readonly string[], others: readonly string[]) =>
    beginning(some.filter((line) => !others.includes(line)).join("; ")) || "–";
  throw new ChangedMeanwhile(
    changed.map(({ name, was, is }) => ({
      path: name,
      code: "meanwhile.shown",
      params: { what: t(labels[name]!), was: lines(was, is), is: lines(is, was) },
    })),
    { ...typed, [stoodField]: stoodOf(now) },
  );
}

/**
 * Whoever gives notice, hands it over for approval or shows the meeting without one has seen what it says: what another
 * has changed since the page was opened is shown first.
 * @throws {ChangedMeanwhile} once for each such change
 */
export async function checkIsAsShown(c: WorkspaceContext, tx: TenantTx, id: string): Promise<void> {
  await holdMeeting(tx, id);
  const { locale } = c.var;
  const meeting = await readMeeting(tx, id);
  const [agenda, joint] = await Promise.all([agendaOf(tx, meeting, locale), findJointBodies(tx, id)]);
  const now = announcedOf(meeting, agenda, joint, phrases(locale, "meetings")(`access.${meeting.access}`));
  await checkStandsAsShown(c, now, labels);
}
