import { Hono } from "hono";
import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import { isSomebody } from "../../http/scope.ts";
import type { Services } from "../../http/services.ts";
import { validated } from "../../http/validated.ts";
import { printed } from "../../print/press.ts";
import type { PrintFormat } from "../../print/press-worker.ts";
import { contentDisposition } from "../../storage/content-disposition.ts";
import { htmlOfTyped } from "../../typed-html.shared.ts";
import { page, type WorkspaceFeatureOf, type WorkspaceRoute } from "../../workspace/feature.ts";
import { typed, typedOrNull, typedWord } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { requires } from "../../workspace/guard.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type WorkspaceContext, type WorkspaceScope } from "../../workspace/scope.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import { mayEdit, maySeeDrafts, type Policy } from "../accounts/policies.ts";
import type { Doing } from "../audit/audit.service.ts";
import { dropSaved, keepEdit } from "../editing/autosave.service.ts";
import { wordsOfHtml } from "../editing/differences.ts";
import { KeepingTab } from "../editing/editing.schema.ts";
import { tabIn } from "../editing/keeping-tab.ts";
import { checkTexts } from "../editing/persons.service.ts";
import { dropSubmission } from "../editing/submissions.service.ts";
import { looked } from "../editing/typed-texts.ts";
import { editMeetings, meetingId, publishMeetings, readMeeting } from "../meetings/desk/desk-meeting.ts";
import { meetingNotFound } from "../meetings/meetings.errors.ts";
import { findSettings } from "../settings/settings.queries.ts";
import { intakeOf } from "../uploads/intake-of.ts";
import { checkHandedOver, handedOverMinutes, handOver } from "./handing-over.ts";
import { changedMeanwhile, minutesNotDrawn, notSeen } from "./minutes.errors.ts";
import { minutesPaths } from "./minutes.paths.shared.ts";
import { findMinutes, type Minutes } from "./minutes.queries.ts";
import { approveMinutes, drawMinutes, keepTyped, saveMinutes, takeBackTyped, takeFromLog } from "./minutes.service.ts";
import { fileRoutes } from "./minutes-file.ts";
import { minutesPaper } from "./minutes-paper.ts";
import { uploadRoute } from "./minutes-upload.ts";
import { type MinutesData, minutesEntity, minutesPage } from "./minutes-view.ts";
import { holdAsSeen } from "./part-seen.ts";
import { fieldOf, isLine } from "./parts.shared.ts";
import { keepPartsGone, partsGone } from "./parts-gone.ts";
import { makeProposedAct } from "./proposed-acts.ts";
import { holdPublishable, printMinutes, publicTexts, publishPrinted } from "./publishing.service.ts";

const maySee: Policy = (actor) => maySeeDrafts(actor, "meeting");
const editActs: Policy = (actor) => mayEdit(actor, "act");

const backTo = (c: WorkspaceContext, done: string) =>
  `${fillPath(minutesPaths.page, { id: meetingId(c) })[c.var.locale]}?done=${done}`;

/** What else a button does with the minutes once what was typed is saved. */
const steps = { take: takeFromLog, keep: keepTyped, back: takeBackTyped } as const;
const Step = v.pipe(typed, v.regex(/^$|^draw$|^(take|keep|back):[a-z0-9-]+:[\w-]{43}$/, "input.wrong"));

async function takeStep(tx: TenantTx, by: Doing, id: string, step: string): Promise<string> {
  if (step === "") return "saved";
  if (step === "draw") return (await drawMinutes(tx, by, id)).offered > 0 ? "offered" : "drawn";
  const [name, part] = step.split(":") as [keyof typeof steps, string];
  await steps[name](tx, by, id, part);
  return name;
}

/** Texts are typed with or without elements, as everywhere. */
const meant = (parts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, isLine(name) ? text : htmlOfTyped(text)]));

const texts = v.optional(v.record(v.string(), v.string()), {});

const writingRoute = form(minutesPaths.page, editMeetings, {
  name: "minutes-text",
  schema: v.object({ part: texts, heading: texts, do: Step, edit: typed, tab: typed, kept: typed }),
  standing({ data }, typed) {
    const standing = (data as MinutesData).written?.standing ?? {};
    // What only stood in a part that is gone goes with it.
    const emptied = partsGone(typed, standing).filter(({ isWritten }) => !isWritten);
    return { ...standing, ...Object.fromEntries(emptied.map(({ name }) => [fieldOf(name), ""])) };
  },
  told: (_, text) => wordsOfHtml(htmlOfTyped(text)),
  async save(c, { part, heading, do: step, edit, ...tab }) {
    const id = meetingId(c);
    return c.var.db.write(async (tx) => {
      await holdAsSeen(tx, id, step, { part, heading });
      const written = meant(part);
      const kept = await keepPartsGone(tx, doing(c), id, written, heading);
      await saveMinutes(tx, doing(c), id, written);
      if (isSomebody(c.var.actor) && isUuid(edit)) {
        const kept = { id: edit, entity: minutesEntity, entityId: id };
        await dropSaved(tx, c.var.actor.id, kept, tabIn(tab), c.var.now);
      }
      const done = await takeStep(tx, doing(c), id, step);
      return backTo(c, kept > 0 && done === "saved" ? "kept_gone" : done);
    });
  },
  again: minutesPage,
});

const drawingRoute = form(minutesPaths.drawing, editMeetings, {
  name: "minutes-drawing",
  schema: v.object({}),
  at: minutesPaths.page,
  async save(c) {
    await c.var.db.write((tx) => drawMinutes(tx, doing(c), meetingId(c)));
    return backTo(c, "drawn");
  },
  again: minutesPage,
});

const approvalRoute = form(minutesPaths.approval, publishMeetings, {
  name: "minutes-approval",
  schema: v.object({ approvedIn: typedOrNull, approvedOn: typedOrNull }),
  at: minutesPaths.page,
  standing: ({ data }) => (data as MinutesData).written?.approval.standing ?? {},
  async save(c, input) {
    await c.var.db.write((tx) => approveMinutes(tx, doing(c), meetingId(c), input));
    return backTo(c, "approved");
  },
  again: minutesPage,
});

/** Where a part is written, for whoever is asked about it. */
const placeOf = (c: WorkspaceContext, field: string) =>
  `${fillPath(minutesPaths.page, { id: meetingId(c) })[c.var.locale]}#minutes-text-${field.replaceAll(".", "-")}`;

/** Whoever hands over or publishes has read what it says. */
const checkSeen = (seen: string) => (minutes: Minutes) => {
  if (!seen) throw notSeen();
  if (seen !== minutes.updated_at.toISOString()) throw changedMeanwhile();
};

const submissionRoute = form(minutesPaths.submission, editMeetings, {
  name: "minutes-submission",
  schema: v.object({ seen: typed, note: typedWord }),
  at: minutesPaths.page,
  async save(c, { seen, note }) {
    const given = { note: note || null, seen: checkSeen(seen) };
    await c.var.db.write((tx) => handOver(tx, doing(c), meetingId(c), given));
    return backTo(c, "submitted");
  },
  again: minutesPage,
});

type Taking = Pick<Services, "config" | "storage" | "scanner">;
const publicationRoute = (services: Taking): WorkspaceRoute =>
  form(minutesPaths.publication, publishMeetings, {
    name: "minutes-publication",
    schema: v.object({ seen: typed }),
    at: minutesPaths.page,
    async save(c, { seen }) {
      const id = meetingId(c);
      const { db, tenant, locale } = c.var;
      const confirmed = await looked(c);
      const { minutes, paper, slug } = await db.write(async (tx) => {
        const { meeting, minutes } = await holdPublishable(tx, id);
        checkSeen(seen)(minutes);
        await checkHandedOver(tx, doing(c), id);
        const ofLine = phrases(locale, "minutes");
        const texts = publicTexts(minutes).map(
          ([field, label, text]) =>
            [field, isLine(label) ? ofLine(`line.${label}` as "line.title") : label, text, placeOf(c, field)] as const,
        );
        await checkTexts(tx, doing(c), ["meeting", id], texts, confirmed);
        const { theme } = await findSettings(tx);
        const paper = minutesPaper(minutes, meeting, { tenant, brand: theme.brand, isDraft: false });
        return { minutes, paper, slug: meeting.slug };
      });
      const files = await printMinutes(intakeOf(services, c), doing(c), paper, slug);
      await db.write(async (tx) => {
        await publishPrinted(tx, doing(c), id, files, minutes.updated_at);
        await checkHandedOver(tx, doing(c), id);
        await dropSubmission(tx, handedOverMinutes, id);
      });
      return backTo(c, "published");
    },
    again: minutesPage,
  });

const actRoute = form(minutesPaths.act, editActs, {
  name: "minutes-act",
  schema: v.object({
    item: v.pipe(typed, v.check(isUuid, "input.wrong")),
    number: v.pipe(typed, v.regex(/^\d{1,5}$/, "input.wrong"), v.transform(Number)),
  }),
  at: minutesPaths.page,
  async save(c, { item, number }) {
    await c.var.db.write((tx) => makeProposedAct(tx, doing(c), meetingId(c), item, number));
    return `${backTo(c, "act")}#acts`;
  },
  again: minutesPage,
});

const mediaTypes: Record<PrintFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The minutes as they stand, for whoever writes them: to be read, printed and signed. Marked as a draft. */
const draftRoute = (format: PrintFormat): WorkspaceRoute =>
  page(minutesPaths[format], maySee, async (c) => {
    const id = meetingId(c);
    const { tenant, db } = c.var;
    const { paper, slug } = await db.read(async (tx) => {
      const meeting = await readMeeting(tx, id);
      const minutes = await findMinutes(tx, id);
      if (!minutes) throw minutesNotDrawn();
      const { theme } = await findSettings(tx);
      return {
        paper: minutesPaper(minutes, meeting, { tenant, brand: theme.brand, isDraft: true }),
        slug: meeting.slug,
      };
    });
    const [bytes] = await printed(paper, format);
    return new Response(new Uint8Array(bytes!), {
      headers: {
        "content-type": mediaTypes[format],
        "content-disposition": contentDisposition(`procesverbal-projekt-${slug}.${format}`),
        "content-length": String(bytes!.byteLength),
      },
    });
  });

const uuid = v.pipe(v.string(), v.check(isUuid, "input.wrong"));
const Edit = v.strictObject({
  entity: v.literal(minutesEntity),
  entityId: uuid,
  version: v.null(),
  form: v.record(v.pipe(v.string(), v.maxLength(300)), v.unknown()),
  tab: v.optional(KeepingTab),
});

/** What the form's script keeps while it is not saved. */
const api = new Hono<WorkspaceScope>().put(
  "/:id/edits/:edit",
  requires(editMeetings),
  validated("param", v.object({ id: uuid, edit: uuid })),
  validated("json", Edit),
  async (c) => {
    const { id, edit } = c.req.valid("param");
    const { form, entityId, tab } = c.req.valid("json");
    const { actor, now, db } = c.var;
    if (entityId !== id || !isSomebody(actor)) throw meetingNotFound();
    const kept = await db.write(async (tx) => {
      if (!(await findMinutes(tx, id))) throw minutesNotDrawn();
      return keepEdit(tx, actor.id, { id: edit, entity: minutesEntity, entityId: id, version: null, form }, now, tab);
    });
    return c.json({ ...kept, at: now.toISOString() });
  },
);

/** The minutes of a meeting: drawn from its log, written, approved, published; and the acts that it adopted. */
export const minutesWorkspace: WorkspaceFeatureOf = (services) => ({
  routes: [
    page(minutesPaths.page, maySee, (c) => minutesPage(c)),
    writingRoute,
    drawingRoute,
    approvalRoute,
    submissionRoute,
    publicationRoute(services),
    actRoute,
    uploadRoute(services),
    ...fileRoutes(services),
    draftRoute("docx"),
    draftRoute("pdf"),
  ],
  api: { path: "/minutes", routes: api },
});
