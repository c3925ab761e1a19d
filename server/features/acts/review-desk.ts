import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import { dayIn, numericDay } from "../../local-time.ts";
import { isoDate } from "../../text.schema.ts";
import { atFields } from "../../workspace/at-fields.ts";
import type { Standing } from "../../workspace/changed-meanwhile.shared.ts";
import { page, type WorkspaceRoute } from "../../workspace/feature.ts";
import { requiredDay, requiredText, typedInBoth, typedOrNull } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { uuidPart } from "../../workspace/uuid-part.ts";
import { mayEdit, maySeeDrafts } from "../accounts/policies.ts";
import type { Doing } from "../audit/audit.service.ts";
import { findDeadlineViews } from "../deadlines/deadline-view.ts";
import { checkTexts } from "../editing/persons.service.ts";
import { checkMayChange, isWithThePublic, mayChangeAsItStands } from "../editing/public-changes.ts";
import { looked, typedTexts } from "../editing/typed-texts.ts";
import { actUrl } from "../elements/item-urls.shared.ts";
import { findCorrections, findSteps, lockAct, type StoredAct, stepMark } from "./act-record.ts";
import {
  actNotFound,
  alreadyWithdrawn,
  announcedAlready,
  notifiedAlready,
  notTheLastStep,
  stepNotOffered,
} from "./acts.errors.ts";
import {
  type DatedEvent,
  datedEvents,
  type PrefectState,
  type PrefectStep,
  reconsiderations,
  rulings,
} from "./acts.shared.ts";
import { announceAct, notifyAct } from "./announcing.service.ts";
import { correctDay, dayOf, entersForceBy, inForceAfter } from "./day-corrections.service.ts";
import {
  depositAct,
  noteNoAnswer,
  recordCourt,
  recordNoObjection,
  recordReconsideration,
  recordReturn,
  recordRuling,
  takeBackStep,
} from "./prefect.service.ts";
import { stateOf, stepsAfter } from "./prefect-review.ts";
import { type CorrectableDay, dayStood, type ReviewAction, reviewPaths } from "./review-desk.shared.ts";

const edits = (actor: Parameters<typeof mayEdit>[0]) => mayEdit(actor, "act");
const actId = (c: WorkspaceContext) => uuidPart(c, "id", actNotFound);

async function findAct(tx: TenantTx, id: string): Promise<StoredAct> {
  const act = await tx
    .selectFrom("acts")
    .selectAll()
    .where("id", "=", id)
    .where("binned_at", "is", null)
    .executeTakeFirst();
  if (!act) throw actNotFound();
  return act;
}

/** How a state looks. */
const stateTags: Record<PrefectState, string> = {
  ...{ not_required: "none", to_deposit: "wait", deposited: "wait", no_objection: "good", no_answer: "warn" },
  ...{ returned: "bad", reconsidered: "warn", in_court: "warn", valid: "good", invalid: "bad", not_recorded: "none" },
};

type Steps = Awaited<ReturnType<typeof findSteps>>;

/** The announcement is the council's own duty: it waits for nothing of the review, and only a deposit waits for it. */
const mayBeAnnounced = (act: StoredAct, steps: Steps) =>
  !act.announced_on && !act.repealed_on && stateOf(act, steps) !== "invalid";

/** What can be entered now, in the order in which it is likely. */
function possible(act: StoredAct, steps: Steps): ReviewAction[] {
  if (act.nature === "individual") return act.notified_on ? [] : ["notified"];
  const further = stepsAfter(act.nature, steps);
  if (act.announced_on) return [...further];
  return [...(mayBeAnnounced(act, steps) ? (["announced"] as const) : []), ...further.filter(isNoDeposit)];
}
const isNoDeposit = (step: PrefectStep) => step !== "deposited";

/** The days that were entered and may be wrong; where the act comes into force with one, also the day of that. */
function correctable(tx: TenantTx, act: StoredAct): Promise<CorrectableDay[]> {
  const dated = datedEvents.flatMap((event) => {
    const day = dayOf(act, event);
    return day ? [{ event, day }] : [];
  });
  return Promise.all(
    dated.map(async ({ event, day }) => {
      if (!entersForceBy(act, event)) return { event, day, inForce: null };
      const isByRule = act.in_force_on === (await inForceAfter(tx, event, day));
      return { event, day, inForce: { ownDay: isByRule ? null : act.in_force_on } };
    }),
  );
}

/**
 * What is sent must be what the page would offer now, which it may have offered a while ago to whoever sends it. Why a step
 * with the prefect does not follow is told where it is taken.
 * @throws `acts.already_withdrawn`, `acts.announced_already`, `acts.notified_already`, `acts.step_not_offered`
 */
function checkOffered(act: StoredAct, steps: Steps, action: ReviewAction): void {
  if (act.state === "withdrawn") throw alreadyWithdrawn();
  const isDated = action === "announced" || action === "notified";
  if (!isDated || possible(act, steps).includes(action)) return;
  if (action === "announced" && act.announced_on) throw announcedAlready(act.announced_on);
  if (action === "notified" && act.notified_on) throw notifiedAlready(act.notified_on);
  if (action === "announced") throw stepNotOffered();
}

/** Acts by which the council may have decided anew: of the same day or later. */
const laterActs = (tx: TenantTx, { id, adopted_on }: StoredAct) =>
  tx
    .selectFrom("acts")
    .where("id", "<>", id)
    .where("adopted_on", ">=", adopted_on)
    .orderBy("adopted_on", "desc")
    .orderBy("number", "desc")
    .limit(100)
    .select(["id", "number", "series", "title"])
    .execute();

async function load(c: WorkspaceContext) {
  const { db, locale, now, actor } = c.var;
  const id = actId(c);
  return db.read(async (tx) => {
    const act = await findAct(tx, id);
    const [steps, corrections, corrects, views, later] = await Promise.all([
      findSteps(tx, id),
      findCorrections(tx, id),
      correctable(tx, act),
      findDeadlineViews(tx, "act", [id], now),
      laterActs(tx, act),
    ]);
    const clocks = views.get(id) ?? [];
    const today = dayIn(now);
    const answer = clocks.find(({ rule, closedOn }) => rule === "P3" && !closedOn);
    const actions = possible(act, steps);
    /** Silence is none before the period is over. */
    const silenceAfter = actions.includes("no_answer") && answer && answer.dueOn >= today ? answer.dueOn : null;
    const last = steps.at(-1);
    const mayChange = edits(actor) && act.state !== "withdrawn" && (await mayChangeAsItStands(tx, actor, act, "act"));
    return {
      act: {
        ...{ id, number: act.number, series: act.series, title: act.title, nature: act.nature, today },
        type: phrases(locale, "matters")(`type.${act.type}`),
        state: phrases(locale, "acts")(`prefect.${stateOf(act, steps)}`),
        stateTag: stateTags[stateOf(act, steps)],
        ...{ adoptedOn: act.adopted_on, announcedOn: act.announced_on, notifiedOn: act.notified_on },
        inForceOn: act.in_force_on,
        publicUrl: act.state === "published" && act.public_from! <= now ? actUrl(act.slug) : null,
      },
      steps: steps.map(({ step, day, protocol_number, outcome, reasons }) => ({
        ...{ step, day, outcome, reasons, protocolNumber: protocol_number },
      })),
      corrections: corrections.map(({ event, was, corrected_at, reason }) => ({
        ...{ event, was, on: dayIn(corrected_at), reason },
      })),
      clocks: {
        announcing: clocks.find(({ rule }) => rule === "L17") ?? null,
        deposit: clocks.find(({ rule }) => rule === "P1") ?? null,
        answer: answer ?? clocks.findLast(({ rule }) => rule === "P3") ?? null,
      },
      actions: mayChange ? actions.filter((action) => action !== "no_answer" || !silenceAfter) : [],
      silenceAfter,
      takesBack: mayChange && last ? { mark: stepMark(last), step: last.step, day: last.day } : null,
      corrects: mayChange ? corrects : [],
      mayChange,
      later: later.map((one) => ({
        value: one.id,
        label: `${one.number}/${one.series} – ${one.title[locale] || one.title.sq}`,
      })),
    };
  });
}
export type ReviewData = Awaited<ReturnType<typeof load>>;
const reviewPage = async (c: WorkspaceContext): Promise<Shown> => ({ view: "acts/review-page", data: await load(c) });

const day = requiredDay;
const dayOrNull = v.pipe(typedOrNull, v.nullable(isoDate));
const answered = { day, protocolNumber: typedOrNull };
const outcomeOf = <const T extends readonly string[]>(outcomes: T) => v.picklist(outcomes, "text.required");
/** Reasons that the service asks for; what is missing of them it says itself. */
const reasons = v.pipe(
  typedInBoth,
  v.transform((text) => text ?? { sq: "", en: null }),
);

const places = {
  fields: { announcedOn: "day", notifiedOn: "day", reasons: "reasons.sq", "": "day" },
  failures: { "acts.period_runs": "day" },
};

/** A form of its own for each step: what it is told with, and the service that takes it. */
const entry = <S extends v.GenericSchema>(
  action: ReviewAction,
  schema: S,
  enter: (tx: TenantTx, by: Doing, id: string, input: v.InferOutput<S>) => Promise<unknown>,
  standing?: (data: ReviewData) => Standing,
): [ReviewAction, WorkspaceRoute] => [
  action,
  form(reviewPaths.step, edits, {
    ...{ name: action, schema, at: reviewPaths.review, again: reviewPage },
    ...(standing && {
      standing: ({ data }: Shown) => standing(data as ReviewData),
      told: (_: WorkspaceContext, day: string) => numericDay(day),
    }),
    async save(c, input) {
      const id = actId(c);
      await atFields(places, () =>
        c.var.db.write(async (tx) => {
          await findAct(tx, id);
          // Held, so that of two who send at once the second sees what the first has entered.
          const act = await lockAct(tx, id);
          await checkMayChange(tx, c.var.actor, act, "act");
          checkOffered(act, await findSteps(tx, id), action);
          await enter(tx, doing(c), id, input);
          // Readers see the reasons as soon as they are entered.
          if (!isWithThePublic(act)) return;
          const t = phrases(c.var.locale, "review");
          const texts = await typedTexts(c, { reasons: t("reasons"), reason: t("correct_reason") });
          await checkTexts(tx, doing(c), ["act", id], texts, await looked(c));
        }),
      );
      return `${fillPath(reviewPaths.review, { id })[c.var.locale]}?done=${action}`;
    },
  }),
];

/** A day that was entered wrongly. Whoever corrects it has seen which one stands. */
const correction = (event: DatedEvent) =>
  entry(
    `${event}_corrected`,
    v.object({ day, inForceOn: dayOrNull, reason: reasons }),
    (tx, by, id, input) => correctDay(tx, by, id, event, input),
    ({ corrects }) => {
      const stands = corrects.find((one) => one.event === event);
      return stands ? dayStood(stands) : {};
    },
  );

const routes = new Map([
  entry("announced", v.object({ day, inForceOn: dayOrNull }), (tx, by, id, { day: announcedOn, inForceOn }) =>
    announceAct(tx, by, id, { announcedOn, inForceOn }),
  ),
  entry("notified", v.object({ day, inForceOn: dayOrNull }), (tx, by, id, { day: notifiedOn, inForceOn }) =>
    notifyAct(tx, by, id, { notifiedOn, inForceOn }),
  ),
  entry("deposited", v.object({ day, protocolNumber: requiredText }), depositAct),
  entry("no_objection", v.object(answered), recordNoObjection),
  entry("no_answer", v.object({ day }), noteNoAnswer),
  entry("returned", v.object({ ...answered, reasons }), recordReturn),
  entry(
    "reconsidered",
    v.object({ day, outcome: outcomeOf(reconsiderations), reasons: typedInBoth, resultActId: typedOrNull }),
    recordReconsideration,
  ),
  entry("court", v.object({ ...answered, reasons: typedInBoth }), recordCourt),
  entry("ruled", v.object({ ...answered, reasons: typedInBoth, outcome: outcomeOf(rulings) }), recordRuling),
  entry("taken_back", v.object({ mark: typedOrNull }), (tx, by, id, { mark }) => {
    if (mark === null) throw notTheLastStep();
    return takeBackStep(tx, by, id, mark);
  }),
  ...datedEvents.map(correction),
]);

/** The prefect's review of an act as a guided form: what has happened, what may follow, and until when. */
export const reviewRoutes: readonly WorkspaceRoute[] = [
  page(reviewPaths.review, (actor) => maySeeDrafts(actor, "act"), reviewPage),
  {
    ...{ method: "POST", path: reviewPaths.step, policy: edits },
    async answer(c) {
      const route = routes.get(c.req.param("step") as ReviewAction);
      if (!route) throw new AppError("http.not_found", 404);
      return route.answer(c);
    },
  },
];
