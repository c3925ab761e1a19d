import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { AppError } from "../../../http/errors.ts";
import { phrases } from "../../../http/phrases.ts";
import { InvalidInput } from "../../../http/problem.ts";
import { stoodField } from "../../../workspace/changed-meanwhile.shared.ts";
import { ChangedMeanwhile } from "../../../workspace/changed-meanwhile.ts";
import { page, type WorkspaceRoute } from "../../../workspace/feature.ts";
import { formProblemOf } from "../../../workspace/form-problem.ts";
import { form, typedValues } from "../../../workspace/form-route.ts";
import type { FormState } from "../../../workspace/page-data.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { isUuid, uuidPart } from "../../../workspace/uuid-part.ts";
import type { FormDescription, FormValues } from "../../editing/form.shared.ts";
import { inOrder, placeInForm, stepInRows } from "../../editing/form-values.ts";
import { madeOnce } from "../../editing/made-once.ts";
import type { MeetingTemplateInput } from "../meeting-templates.schema.ts";
import {
  changeTemplate,
  createTemplate,
  findTemplateInput,
  findTemplates,
  holdTemplate,
  removeTemplate,
} from "../meeting-templates.service.ts";
import { templateNotFound } from "../meetings.errors.ts";
import { templateOfMeeting } from "../template-of-meeting.ts";
import { deskPath, editMeetings, standsAt } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { templateForm, templateIn, valuesOf } from "./template-form.ts";
import { chosenSoFar, stoodOfTemplate, withChosenTemplate, withOthersTemplate } from "./template-meanwhile.ts";

const templateId = (c: WorkspaceContext) => uuidPart(c, "template", templateNotFound);

async function load(c: WorkspaceContext) {
  const { db, locale } = c.var;
  const t = phrases(locale, "desk");
  const templates = await db.read(findTemplates);
  return {
    templates: templates.map(({ id, name, bodyName, weekday, week, startsAt }) => ({
      ...{ id, name, bodyName, time: startsAt.slice(0, 5) },
      rhythm:
        week === null
          ? t("every_week", { weekday: t(`weekday.${weekday as 1}`) })
          : t("every_month", {
              ...{ week: t(`week.${week as 1}`), weekday: t(`weekday.${weekday as 1}`) },
            }),
    })),
  };
}
export type TemplatesData = Awaited<ReturnType<typeof load>>;
const listPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/templates-page",
  data: await load(c),
});

export interface TemplateData {
  /** `null` for a new one. */
  id: string | null;
  name: { sq: string; en?: string | null } | null;
  description: FormDescription;
  values: FormValues;
}

const fresh = { access: "open" as const, kind: "ordinary", startsAt: "10:00", minutes: null };

/** @param typed what stands in the form already */
async function templatePage(c: WorkspaceContext, id: string | null, typed?: FormValues): Promise<Shown> {
  const { db, locale } = c.var;
  const like = new URL(c.req.url).searchParams.get("like") ?? "";
  const data = await db.read(async (tx): Promise<TemplateData> => {
    const stored = id === null ? null : await findTemplateInput(tx, id);
    const sketch = stored ?? (isUuid(like) ? await templateOfMeeting(tx, like) : fresh);
    const description = await templateForm(tx, locale);
    const values = typed ?? {
      ...valuesOf(description, sketch as never),
      ...(stored ? { [stoodField]: stoodOfTemplate(stored) } : { form: randomUUID() }),
    };
    return { id, name: stored?.name ?? null, description, values };
  });
  return { view: "meetings/template-page", data };
}

/** The form with what is wrong in it, or what another has changed meanwhile. */
function refusedForm(
  c: WorkspaceContext,
  { fields }: FormDescription,
  failure: InvalidInput,
  values: FormValues,
): FormState {
  const { title, fields: problems = [] } = formProblemOf(c, failure);
  return {
    ...{ name: "thing", title, values },
    fields: problems.map(({ path, message }) => ({ path: placeInForm(fields, path), message })),
    ...(failure instanceof ChangedMeanwhile && { isMeanwhile: true, takes: failure.takes }),
  };
}

async function send(c: WorkspaceContext, id: string | null): Promise<Response> {
  const { db, locale } = c.var;
  const description = await db.read((tx) => templateForm(tx, locale));
  const sent = await typedValues(c);
  const step = [sent.do ?? ""].flat()[0]!;
  const sofar = chosenSoFar(description, sent, step, locale);
  const stepped = /^(add|remove|up):/.test(step) ? stepInRows(sofar.values, step) : null;
  if (stepped) {
    const shown = await templatePage(c, id, stepped);
    return c.var.show(shown, sofar.asked ? refusedForm(c, description, sofar.asked, stepped) : undefined);
  }
  const typed = withChosenTemplate(description, sent);
  const once = [typed.form ?? ""].flat()[0]!;
  const values = {
    ...inOrder(description.fields, typed),
    ...(typed[stoodField] !== undefined && { [stoodField]: typed[stoodField] }),
    ...(id === null && { form: once }),
  };
  const input = templateIn(description, values) as MeetingTemplateInput;
  try {
    await db.write(async (tx) => {
      if (id === null)
        return madeOnce(tx, c.var.now, {
          ...{ form: isUuid(once) ? once : "", input },
          make: () => createTemplate(tx, doing(c), input),
          isThere: async (made) => (await findTemplates(tx)).some((one) => one.id === made),
        });
      const standing = await holdTemplate(tx, id);
      await changeTemplate(tx, doing(c), id, withOthersTemplate(description, values, input, standing, locale));
    });
    return c.redirect(`${deskPath(c, "templates", {})}?done=template`, 303);
  } catch (failure) {
    if (!(failure instanceof InvalidInput)) throw failure;
    const kept = failure instanceof ChangedMeanwhile ? failure.typed : values;
    const shown = { ...(await templatePage(c, id, kept)), status: 422 };
    return c.var.show(shown, refusedForm(c, description, failure, kept));
  }
}

/** The template was removed meanwhile: what was typed into its form stands in the one for a new template. */
async function asNewTemplate(c: WorkspaceContext): Promise<Response> {
  const { [stoodField]: _, do: _step, ...typed } = await typedValues(c);
  const { db, locale } = c.var;
  const { fields } = await db.read((tx) => templateForm(tx, locale));
  const values = { ...inOrder(fields, typed), form: randomUUID() };
  standsAt(c, "newTemplate");
  const title = phrases(locale, "desk")("template_gone_new");
  return c.var.show(
    { ...(await templatePage(c, null, values)), status: 404 },
    { name: "thing", title, fields: [], values },
  );
}

async function sendUnlessGone(c: WorkspaceContext, id: string): Promise<Response> {
  try {
    return await send(c, id);
  } catch (failure) {
    if (!(failure instanceof AppError) || failure.code !== templateNotFound().code) throw failure;
    return asNewTemplate(c);
  }
}

const sends = (path: WorkspaceRoute["path"], answer: WorkspaceRoute["answer"]): WorkspaceRoute => ({
  ...{ method: "POST", path, policy: editMeetings, answer },
});

/** How the bodies are used to meet. */
export const templateRoutes = [
  page(deskPaths.templates, editMeetings, listPage),
  page(deskPaths.newTemplate, editMeetings, (c) => templatePage(c, null)),
  sends(deskPaths.newTemplate, (c) => send(c, null)),
  page(deskPaths.template, editMeetings, (c) => templatePage(c, templateId(c))),
  sends(deskPaths.template, (c) => sendUnlessGone(c, templateId(c))),
  form(deskPaths.templateRemoval, editMeetings, {
    name: "removal",
    schema: v.object({}),
    async save(c) {
      const id = templateId(c);
      await c.var.db.write((tx) => removeTemplate(tx, doing(c), id));
      return `${deskPath(c, "templates", {})}?done=removed`;
    },
    again: listPage,
  }),
];
