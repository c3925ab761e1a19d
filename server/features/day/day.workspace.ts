import { phrases } from "../../http/phrases.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { workspaceHome } from "../../workspace/home.shared.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";
import { isSignedIn } from "../accounts/policies.ts";
import { daysLeft, isOverdue } from "../deadlines/deadline.ts";
import { findReckoning, type Reckoning } from "../deadlines/deadlines.queries.ts";
import { ruleFor } from "../deadlines/rules.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { actUrl, draftActUrl, meetingUrl } from "../elements/item-urls.shared.ts";
import { findComing, findDue, findScheduled, findToDeposit, findWithoutMinutes } from "./day.queries.ts";

/** How far ahead the first screen looks. */
const days = 14;

type DueRow = Awaited<ReturnType<typeof findDue>>[number];

/** A period as the first screen tells it: of what, until when, and how far that is. */
function dueView(row: DueRow, { calendar, periodFor }: Reckoning, today: string, now: Date) {
  const { rule, starts_on, due_on, due_at, case_period } = row;
  const { title } = ruleFor(rule, starts_on);
  const unit = (case_period ?? periodFor(rule, starts_on) ?? ruleFor(rule, starts_on)).unit;
  const isPublic = (row.act_state ?? row.draft_state) === "published";
  const url: InBoth | null = row.act_slug ? actUrl(row.act_slug) : row.draft_slug ? draftActUrl(row.draft_slug) : null;
  return {
    title: (row.act_title ?? row.draft_title) as LocalizedText,
    url: isPublic ? url : null,
    ...{ rule: title, dueOn: due_on, closedOn: null },
    overdue: isOverdue({ dueOn: due_on, dueAt: due_at }, now),
    daysLeft: daysLeft({ dueOn: due_on, today, unit, calendar }),
    unit: unit === "working" ? ("working" as const) : ("calendar" as const),
  };
}

async function dayView({ var: { db, now } }: WorkspaceContext) {
  const today = dayIn(now);
  const until = daysBefore(today, -days);
  return db.read(async (tx) => {
    const [reckoning, due, coming, toDeposit, withoutMinutes, scheduled] = await Promise.all([
      findReckoning(tx),
      findDue(tx, until),
      findComing(tx, today, until),
      findToDeposit(tx),
      findWithoutMinutes(tx, today),
      findScheduled(tx, now),
    ]);
    return {
      due: due.map((row) => dueView(row, reckoning, today, now)),
      meetings: coming.map(({ slug, state, announced_at, starts_at, body, title }) => ({
        ...{ url: state === "published" ? meetingUrl(slug) : null, title: title ?? body },
        ...{ startsAt: starts_at.toISOString(), hasNotice: announced_at !== null },
      })),
      toDeposit: toDeposit.map(({ slug, title, adopted_on }) => ({ url: actUrl(slug), title, adoptedOn: adopted_on })),
      withoutMinutes: withoutMinutes.map(({ slug, title, body, starts_at }) => ({
        ...{ url: meetingUrl(slug), title: title ?? body, startsAt: starts_at.toISOString() },
      })),
      scheduled: scheduled.map(({ title, public_from }) => ({ title, publicFrom: public_from.toISOString() })),
    };
  });
}
export type DayView = Awaited<ReturnType<typeof dayView>>;

/** The first screen: what is due, what is missing, what happens next. */
export const dayWorkspace: WorkspaceFeatureOf = () => ({
  routes: [page(workspaceHome, isSignedIn, async (c) => ({ view: "day/day-page", data: await dayView(c) }))],
  navigation: [
    { path: workspaceHome, policy: isSignedIn, order: 0, label: (locale) => phrases(locale, "day")("title") },
  ],
});
