import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import { InvalidInput } from "../../http/problem.ts";
import type { Services } from "../../http/services.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { atFields } from "../../workspace/at-fields.ts";
import { page, type WorkspaceRoute } from "../../workspace/feature.ts";
import {
  numberOrNone,
  onceOf,
  requiredDay,
  requiredText,
  requiredTime,
  timeOrNull,
  typed,
  typedInBoth,
  typedOrNull,
} from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { uuidPart } from "../../workspace/uuid-part.ts";
import { mayEdit, maySeeDrafts } from "../accounts/policies.ts";
import type { Doing } from "../audit/audit.service.ts";
import { instantIn } from "../deadlines/deadline.ts";
import { checkInPart, editableForOne } from "../editing/editable-for.ts";
import { madeOnce } from "../editing/made-once.ts";
import { checkTexts } from "../editing/persons.service.ts";
import { checkMayChange } from "../editing/public-changes.ts";
import { looked, typedTexts } from "../editing/typed-texts.ts";
import { papersAsked } from "../meetings/desk/papers-persons.ts";
import { askAboutRecording } from "../recordings/recording-persons.ts";
import { checkPublicNow, markOf, readDesk } from "./consultation-desk.queries.ts";
import { type ConsultationStep, consultationPaths } from "./consultation-desk.shared.ts";
import { draftActNotFound, movedMeanwhile, wrongStep } from "./draft-acts.errors.ts";
import { type DraftStage, hearingKinds } from "./draft-acts.shared.ts";
import { lockDraftAct } from "./draft-acts.store.ts";
import { hearingMinutesRoute } from "./hearing-minutes.ts";
import { callHearing, cancelHearing, changeHearing, type HearingPlace } from "./hearings.service.ts";
import { linkHearingRecording, tellHearingHeld } from "./held-hearings.service.ts";
import { correctNotice, reopenDraftAct, takeBackNotice } from "./notice-corrections.service.ts";
import { extendConsultation, markDecided, setStage, startConsultation, startInitiative } from "./stages.service.ts";

const edits = (actor: Parameters<typeof mayEdit>[0]) => mayEdit(actor, "draft_act");
const draftId = (c: WorkspaceContext) => uuidPart(c, "id", draftActNotFound);

async function consultationPage(c: WorkspaceContext): Promise<Shown> {
  const id = draftId(c);
  const { mayEdit } = await c.var.db.read(async (tx) => {
    await checkInPart(tx, c.var.actor, "draft_act", id, "see");
    return editableForOne(tx, c.var.actor, "draft_act", id);
  });
  return { view: "draft-acts/consultation-page", data: { ...(await readDesk(c, id, mayEdit)), asked: papersAsked(c) } };
}

const places = {
  fields: {
    ...{ from: "day", "longer.workingDays": "workingDays", "longer.ground.sq": "ground.sq" },
    ...{ note: "note.sq", startsAt: "time", endsAt: "endTime" },
  },
  failures: {
    ...{ "drafts.period_past_limit": "workingDays", "drafts.period_not_longer": "workingDays" },
    ...{ "drafts.period_too_short": "workingDays", "deadlines.unknown_year": "day" },
    ...{ "meetings.another_then": "time", "meetings.announced_after_beginning": "day" },
    ...{ "meetings.closed_before_opened": "ended", "recordings.not_begun": "link" },
    ...{ "meetings.body_not_public": "bodyId", "meetings.reason_needed": "reason.sq" },
  },
};

/** A reason that the service asks for; that it is missing the service says. */
const reason = v.pipe(
  typedInBoth,
  v.transform((text): LocalizedText => text ?? { sq: "", en: null }),
);
/** Under which a form that was opened is known, and how the draft act stood then. */
const opened = { form: onceOf, seen: typed };

/** A form of its own for each step: what it is told with, and the service that takes it. */
const entry = <S extends v.ObjectEntries>(
  step: ConsultationStep,
  entries: S,
  enter: (
    tx: TenantTx,
    by: Doing,
    id: string,
    input: v.InferOutput<v.ObjectSchema<S, undefined>>,
    c: WorkspaceContext,
  ) => Promise<unknown>,
): [ConsultationStep, WorkspaceRoute] => [
  step,
  form(consultationPaths.step, edits, {
    ...{ name: step, schema: v.object({ ...entries, ...opened }), at: consultationPaths.page, again: consultationPage },
    async save(c, sent) {
      const { form: once, seen, ...input } = sent as typeof sent & { form: string; seen: string };
      const [id, by] = [draftId(c), doing(c)];
      const make = async (tx: TenantTx) => {
        if (seen && seen !== (await markOf(tx, id))) throw movedMeanwhile();
        await enter(tx, by, id, input as never, c);
        // Readers see the reasons as soon as they are entered.
        const t = phrases(c.var.locale, "consultation");
        const told = { ground: t("ground"), note: t("note"), reason: t("reason"), place: t("hearing_place") };
        const texts = await typedTexts(c, told);
        await checkTexts(tx, by, ["draft_act", id], texts, await looked(c));
        return markOf(tx, id);
      };
      await atFields(places, () =>
        c.var.db.write(async (tx) => {
          // Held, so that of two who send at once the second sees what the first has entered.
          const draft = await lockDraftAct(tx, id);
          await checkInPart(tx, c.var.actor, "draft_act", id);
          await checkMayChange(tx, c.var.actor, draft, "draft_act", id);
          checkPublicNow(draft, by.now);
          const form = { form: once, input: { step, id, ...input } };
          // Sent again once something else has been entered, it has not made what stands now.
          const isThere = async (made: string) => made === (await markOf(tx, id));
          await madeOnce(tx, by.now, { ...form, make: () => make(tx), isThere });
        }),
      );
      return `${fillPath(consultationPaths.page, { id })[c.var.locale]}?done=${step}`;
    },
  }),
];

const period = { day: requiredDay, workingDays: numberOrNone, ground: typedInBoth };
type Period = v.InferOutput<v.ObjectSchema<typeof period, undefined>>;

/** Only where another length than the rule's was typed, or a ground for one. */
function periodInput({ day, workingDays, ground }: Period) {
  if (workingDays === undefined && ground === null) return { from: day };
  if (workingDays === undefined) throw new InvalidInput([{ path: "workingDays", code: "text.required" }]);
  return { from: day, longer: { workingDays, ground: ground ?? { sq: "", en: null } } };
}

const hearing = {
  ...{ day: requiredDay, time: requiredTime, endTime: timeOrNull },
  ...{ place: typedInBoth, onlineUrl: typedOrNull },
};
const placed = ({
  day,
  time,
  endTime,
  place,
  onlineUrl,
}: v.InferOutput<v.ObjectSchema<typeof hearing, undefined>>): HearingPlace => ({
  ...{ startsAt: instantIn(`${day}T${time}`), endsAt: endTime && instantIn(`${day}T${endTime}`) },
  ...{ place, onlineUrl },
});
/** Which one, and how it stood when the form was opened. */
const oneHearing = { meeting: requiredText, asSeen: typed };

const moved = (stage: DraftStage & ConsultationStep) =>
  entry(stage, { note: typedInBoth }, (tx, by, id, { note }) => setStage(tx, by, id, stage, note));

const routes = new Map([
  entry("initiative", period, (tx, by, id, input) => startInitiative(tx, by, id, periodInput(input))),
  entry("consultation", period, (tx, by, id, input) => startConsultation(tx, by, id, periodInput(input))),
  entry("extended", { workingDays: numberOrNone, ground: reason }, (tx, by, id, { workingDays, ground }) => {
    const lacking = [...(workingDays === undefined ? ["workingDays"] : []), ...(ground.sq.trim() ? [] : ["ground.sq"])];
    if (workingDays === undefined || lacking.length > 0)
      throw new InvalidInput(lacking.map((path) => ({ path, code: "text.required" })));
    return extendConsultation(tx, by, id, { workingDays, ground });
  }),
  moved("review"),
  moved("drafting"),
  moved("agenda"),
  entry("rejected", {}, async (tx, by, id) => {
    // The Council decides what is on its agenda: nobody cuts a period for comments by it.
    if ((await lockDraftAct(tx, id)).stage !== "agenda") throw wrongStep();
    await markDecided(tx, by, id, "rejected");
  }),
  entry("reopened", { reason }, reopenDraftAct),
  entry("day_corrected", { day: requiredDay, reason }, correctNotice),
  entry("taken_back", { reason }, takeBackNotice),
  entry(
    "hearing",
    { kind: v.picklist(hearingKinds, "text.required"), bodyId: requiredText, ...hearing },
    async (tx, by, id, { kind, bodyId, ...when }) =>
      callHearing(tx, by, await lockDraftAct(tx, id), { kind, bodyId, ...placed(when) }),
  ),
  entry("hearing_changed", { ...oneHearing, ...hearing, reason }, (tx, by, id, { meeting, asSeen, reason, ...when }) =>
    changeHearing(tx, by, id, { meeting, seen: asSeen, reason, ...placed(when) }),
  ),
  entry("hearing_cancelled", { ...oneHearing, reason }, (tx, by, id, { meeting, asSeen, reason }) =>
    cancelHearing(tx, by, id, { meeting, seen: asSeen, reason }),
  ),
  entry(
    "hearing_held",
    { ...oneHearing, began: timeOrNull, ended: timeOrNull, people: numberOrNone },
    (tx, by, id, { meeting, asSeen, people, ...times }) =>
      tellHearingHeld(tx, by, id, { meeting, seen: asSeen, people: people ?? null, ...times }),
  ),
  entry(
    "hearing_recording",
    { ...oneHearing, lies: typed, link: requiredText },
    async (tx, by, id, { meeting, asSeen, ...lying }, c) => {
      await linkHearingRecording(tx, by, id, { meeting, seen: asSeen, ...lying });
      await askAboutRecording(c, tx, meeting);
    },
  ),
  entry("withdrawn", { note: reason }, (tx, by, id, { note }) => setStage(tx, by, id, "withdrawn", note)),
]);

/** A draft act's way as a guided page: what happened, until when comments are awaited, and what may follow. */
export const consultationRoutes = (services: Services): readonly WorkspaceRoute[] => {
  const minutes = hearingMinutesRoute(services, edits, draftId, consultationPage);
  return [
    page(consultationPaths.page, (actor) => maySeeDrafts(actor, "draft_act"), consultationPage),
    {
      ...{ method: "POST", path: consultationPaths.step, policy: edits },
      async answer(c) {
        const step = c.req.param("step") as ConsultationStep;
        const route = step === "hearing_minutes" ? minutes : routes.get(step);
        if (!route) throw new AppError("http.not_found", 404);
        return route.answer(c);
      },
    },
  ];
};
