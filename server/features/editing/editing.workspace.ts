import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { aPage, oneOf, readQuery, typedText } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { type FieldProblem, InvalidInput, problemOf } from "../../http/problem.ts";
import { type Actor, isSomebody } from "../../http/scope.ts";
import type { Services } from "../../http/services.ts";
import { parsed } from "../../http/validated.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { atFields } from "../../workspace/at-fields.ts";
import { beginning } from "../../workspace/changed-meanwhile.ts";
import { type NavigationGroup, page, type WorkspaceFeatureOf, type WorkspaceRoute } from "../../workspace/feature.ts";
import { typedValues } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { mayEdit, mayPublish, maySeeDrafts } from "../accounts/policies.ts";
import { elementByCode, type InBoth } from "../elements/catalogue.shared.ts";
import { carriesPhotos } from "../photos/photo-holders.ts";
import { photosPaths } from "../photos/photos.paths.shared.ts";
import { intakeOf } from "../uploads/intake-of.ts";
import { takeIn } from "../uploads/uploads.service.ts";
import { dropEdit, dropEditOf, findEdit, findNewEdit, keepEdit } from "./autosave.service.ts";
import { bin, binnedDays, takeFromBin } from "./bin.service.ts";
import { differencesBetween } from "./differences.ts";
import type { Editable, Found, Whole } from "./editable.ts";
import { editableOf } from "./editables.ts";
import { editingApi } from "./editing.api.ts";
import { notThere } from "./editing.errors.ts";
import {
  binPath,
  type EditedEntity,
  editedEntities,
  editingPaths,
  formPreviewPath,
  formUploadPath,
  nouns,
  stepPaths,
} from "./editing.paths.shared.ts";
import { listStates } from "./editing.schema.ts";
import {
  type Conflict,
  createThing,
  publishThing,
  restoreRevision,
  saveEdit,
  wholeInput,
  withdrawThing,
} from "./editing.service.ts";
import type {
  AskedStep,
  BinPageData,
  EditPageData,
  ListPageData,
  PreviewRefusedData,
  SeenStep,
  VersionsPageData,
} from "./editing.view.ts";
import type { FormDescription, FormField, FormValues, RowsField } from "./form.shared.ts";
import { fromForm, inOrder, placeInForm, stepInRows, toForm } from "./form-values.ts";
import { forms } from "./forms.ts";
import { listBin, listedPerPage, listThings } from "./listing.ts";
import { checkPersons, checkTexts, PersonsNamed } from "./persons.service.ts";
import { type Finding, listOf, withLists } from "./pick-lists.ts";
import { makePublic } from "./preview.service.ts";
import { checkMayChange, checkMayChangeThing, isWithThePublic, mayChangeAsItStands } from "./public-changes.ts";
import { labelAt, readable } from "./reading.ts";
import { checkReading, isWithoutReading, NothingToRead } from "./reading-matter.service.ts";
import { findRevision, findRevisions, inputOfVersion } from "./revisions.service.ts";
import { tagOf } from "./state-tag.ts";
import {
  checkApproval,
  type Editor,
  findSubmission,
  needsApproval,
  returnSubmission,
  submit,
} from "./submissions.service.ts";
import { typedTexts } from "./typed-texts.ts";
import { isSame, versionOf } from "./versions.ts";

const mayBe = (policy: (actor: Parameters<typeof mayEdit>[0], entity?: string) => boolean, entity?: string) =>
  ((actor) => policy(actor, entity)) as (actor: Parameters<typeof mayEdit>[0]) => boolean;

/** Whoever asks; the policies have let in nobody unknown. */
function editorOf(c: WorkspaceContext): Editor {
  const { actor } = c.var;
  if (!isSomebody(actor)) throw new TypeError("Only people edit.");
  return actor;
}

const said = (text: LocalizedText, locale: Locale) => text[locale] || text.sq;
const isEdited = (entity: string): entity is EditedEntity => Object.hasOwn(nouns, entity);

const news = "V.1.1";
/** What has a name rather than a title. */
const named: ReadonlySet<EditedEntity> = new Set(["person", "body", "party", "term"]);

/** News first, the others in the order of their names. */
const collectionsOf = (editable: Editable, locale: Locale) =>
  editable.entity === "publication" || editable.entity === "page"
    ? editable.elements
        .map((code) => ({ value: code as string, label: elementByCode(code).short[locale] }))
        .toSorted(
          (one, other) =>
            Number(other.value === news) - Number(one.value === news) || one.label.localeCompare(other.label, locale),
        )
    : [];

async function listPage(c: WorkspaceContext, entity: EditedEntity): Promise<Shown> {
  const { locale, now, db } = c.var;
  const t = phrases(locale, "editing");
  const editable = editableOf(entity);
  const paths = editingPaths(entity);
  const kinds = collectionsOf(editable, locale);
  const asked = new URL(c.req.url).searchParams;
  asked.delete("done");
  const shape = {
    q: typedText,
    state: oneOf(listStates),
    only: oneOf(kinds.map(({ value }) => value)),
    page: aPage,
  };
  const { q, state, only, page: at } = readQuery(shape, asked);
  const query = { q, state, page: at ?? 1, ...(only && { only: sql`element = ${only}` }) };
  const { total, items } = await db.read((tx) => listThings(tx, editable, query, now));
  const fresh = paths.fresh[locale];
  const isAsking = kinds.length > 0 && !only;
  // News are what is written most: they need not be chosen first.
  const made = only ?? (isAsking ? entity === "publication" && news : true);
  const adding = (what: string | true) => t(what === news ? "add_news" : `add.${entity}`);
  const data: ListPageData = {
    title: t(`noun.${entity}`),
    lead: t(`lead.${entity}`),
    path: paths.list[locale],
    fresh: made ? [{ href: made === true ? fresh : `${fresh}?element=${made}`, label: adding(made) }] : [],
    besides: (editable.besideList ?? []).map(({ path, label }) => ({ href: path[locale], label: label[locale] })),
    isAsking,
    titleColumn: t(named.has(entity) ? "name_column" : "title_column"),
    filters: { q: q ?? "", state: state ?? "", only: only ?? "" },
    states: editable.rows.hasState ? listStates.map((one) => ({ value: one, label: t(`state.${one}`) })) : [],
    kinds,
    total,
    page: query.page,
    pages: Math.max(1, Math.ceil(total / listedPerPage)),
    items: items.map((item) => ({
      href: fillPath(paths.one, { id: item.id })[locale],
      title: said(item.title, locale),
      lang: locale === "en" && !item.title.en ? "sq" : undefined,
      tag: tagOf(item, now, locale),
      updatedAt: item.updatedAt.toISOString(),
    })),
  };
  return { view: "editing/list-page", data };
}

/** One thing; what cannot be an id of its kind is not there, and no question for the database. */
const findIn = async (tx: TenantTx, editable: Editable, id: string): Promise<Found | null> =>
  editable.rows.only(id) ? editable.find(tx, id) : null;

const step = (path: InBoth, entity: string, id: string, locale: Locale) => fillPath(path, { entity, id })[locale];

const draft = { state: "draft" } as const;
async function changesOf(
  tx: TenantTx,
  actor: WorkspaceContext["var"]["actor"],
  edits: boolean,
  standing: Parameters<typeof mayChangeAsItStands>[2],
) {
  const mayChange = edits && (await mayChangeAsItStands(tx, actor, standing));
  return { mayChange, waitsForPublisher: edits && !mayChange };
}

/** What else a page of a form shows than what is stored. */
interface Shape {
  values?: FormValues;
  /** With which the typed values came: what others have changed since was not on the form. */
  version?: string;
  conflict?: Conflict;
  isUnsaved?: boolean;
  finding?: Finding;
  /** Rows of folded lists that are open. */
  open?: readonly string[];
  refusedFiles?: EditPageData["refusedFiles"];
  asked?: Asked | undefined;
  /** What another had changed and was saved along, without the step: the ways to it. */
  taken?: { step: SeenStep; ways: readonly string[] };
}

/** What somebody is asked before it becomes public, and what they have confirmed already. */
interface Asked {
  step: AskedStep;
  persons: PersonsNamed | null;
  withoutReading: boolean;
  confirmed: Confirmed;
}
interface Confirmed {
  /** The findings about persons that somebody has looked at, by their mark. */
  persons: string | null;
  withoutReading: boolean;
}
const confirmedIn = (typed: FormValues): Confirmed => ({
  persons: [typed.persons ?? ""].flat()[0] || null,
  withoutReading: [typed.withoutReading ?? ""].flat().includes("yes"),
});

/** The question that a failure is, if it is one. */
const askedBy = (failure: AppError, step: Asked["step"], typed: FormValues): Asked | undefined =>
  failure instanceof PersonsNamed || failure instanceof NothingToRead
    ? {
        step,
        persons: failure instanceof PersonsNamed ? failure : null,
        withoutReading: failure instanceof NothingToRead,
        confirmed: confirmedIn(typed),
      }
    : undefined;

/** Fields that somebody is sent to. */
const placesOf = ({ asked, taken }: Shape): string[] => [
  ...(asked?.persons?.places.map(({ field }) => field) ?? []),
  ...(taken?.ways ?? []),
];

/** What stands at the way to it: `title.sq`. */
const standsAt = (input: Whole, way: string): unknown =>
  way.split(".").reduce<unknown>((inside, part) => (inside as Whole | null | undefined)?.[part], input);

function askedView(asked: Asked, locale: Locale): EditPageData["asked"] {
  const { step, persons, withoutReading, confirmed } = asked;
  return {
    ...{ step, withoutReading },
    persons: persons && { mark: persons.mark, places: persons.asks(locale) },
    // What was confirmed travels along while something else is asked.
    confirmed: {
      persons: persons ? null : confirmed.persons,
      withoutReading: !withoutReading && confirmed.withoutReading,
    },
  };
}

const describe = (c: WorkspaceContext, tx: TenantTx, entity: EditedEntity, input: Whole | null) => {
  const asked = new URL(c.req.url).searchParams;
  return forms[entity]!({ tx, locale: c.var.locale, now: c.var.now, input, asked });
};

async function editPage(
  c: WorkspaceContext,
  entity: EditedEntity,
  id: string | null,
  shape: Shape = {},
): Promise<Shown> {
  const { locale, now, db, actor } = c.var;
  const t = phrases(locale, "editing");
  const editable = editableOf(entity);
  const paths = editingPaths(entity);
  const { id: account } = editorOf(c);
  const asked = new URL(c.req.url).searchParams;
  const data = await db.read(async (tx): Promise<EditPageData> => {
    const found: Found | null = id === null ? null : await findIn(tx, editable, id);
    if (id !== null && !found) throw notThere();
    const plain = await describe(c, tx, entity, found?.input ?? null);
    const edit = id === null ? undefined : await findEdit(tx, account, entity, id);
    const left = id === null && asked.has("edit") ? await findNewEdit(tx, account, asked.get("edit")!) : edit;
    const opensLeft = left?.form && asked.has("edit");
    const values =
      shape.values ??
      (opensLeft ? (left.form as FormValues) : toForm(plain.fields, found?.input ?? plain.initial ?? {}));
    const theirs = shape.conflict ? [toForm(plain.fields, shape.conflict.theirs)] : [];
    const search = id === null ? new URL(c.req.url).search : "";
    const description: FormDescription = {
      ...(await withLists(tx, locale, plain, [values, ...theirs], shape.finding)),
      open: [...(shape.open ?? []), ...(shape.finding ? [shape.finding.field] : []), ...placesOf(shape)],
      upload: mayEdit(actor, "document") ? fillPath(formUploadPath, { entity })[locale] + search : null,
    };
    const { standing = null, publicUrl = null } = found ?? {};
    const isPublic = standing?.state === "published" && standing.public_from! <= now;
    const approval = await needsApproval(tx);
    const submission = id === null ? undefined : await findSubmission(tx, editable, id);
    const at = (path: InBoth) => (id === null ? null : step(path, entity, id, locale));
    const may = { edit: mayEdit(actor, entity), publish: mayPublish(actor, entity) };
    const isOpen = standing !== null && !isPublic;
    const waits = Boolean(submission && !submission.returned_at);
    return {
      ...{ entity, id, description, values },
      ...(await changesOf(tx, actor, may.edit, found || !editable.rows.hasState ? standing : draft)),
      title: found ? said(found.title, locale) : t(`new.${entity}`),
      action: id === null ? paths.fresh[locale] + new URL(c.req.url).search : fillPath(paths.one, { id })[locale],
      list: { href: paths.list[locale], label: t(`noun.${entity}`) },
      version:
        shape.conflict?.version ??
        ((shape.values && shape.version) || null) ??
        (opensLeft ? (left as { version?: string }).version : null) ??
        (found && versionOf(found.input)),
      tag: standing ? tagOf({ state: standing.state, publicFrom: standing.public_from }, now, locale) : null,
      refusedFiles: shape.refusedFiles ?? [],
      asked: shape.asked ? askedView(shape.asked, locale) : null,
      taken: shape.taken
        ? {
            step: shape.taken.step,
            fields: shape.taken.ways.map((way) => ({
              name: placeInForm(plain.fields, way),
              label: labelAt(description, way, locale),
              text: beginning(readable(description, way, found && standsAt(found.input, way), locale)),
            })),
          }
        : null,
      publicFrom: standing?.public_from?.toISOString() ?? null,
      clashes: (shape.conflict?.clashes ?? []).map(({ name, was, theirs, mine }) => ({
        name,
        label: labelAt(description, name, locale),
        was: shape.conflict!.isBaseKnown ? readable(description, name, was, locale) : null,
        theirs: readable(description, name, theirs, locale),
        mine: readable(description, name, mine, locale),
      })),
      isBaseKnown: shape.conflict?.isBaseKnown ?? true,
      unsaved:
        edit && !opensLeft && !shape.values
          ? {
              id: edit.id,
              at: edit.updated_at.toISOString(),
              href: `${fillPath(paths.one, { id: id! })[locale]}?edit=${edit.id}`,
            }
          : null,
      isUnsaved: Boolean(opensLeft) || Boolean(shape.isUnsaved),
      edit: { id: left?.id ?? asked.get("edit") ?? randomUUID(), account },
      links: {
        versions: id === null ? null : fillPath(paths.versions, { id })[locale],
        preview: id === null || !publicUrl ? null : fillPath(paths.preview, { id })[locale],
        formPreview: fillPath(formPreviewPath, { entity })[locale],
        photos:
          found && carriesPhotos(entity, found.input) ? fillPath(photosPaths.page, { entity, id: id! })[locale] : null,
        public: isPublic && publicUrl ? publicUrl[locale] : null,
        besides:
          id === null
            ? []
            : (editable.besides ?? []).map(({ path, label }) => ({
                href: fillPath(path, { id })[locale],
                label: label[locale],
              })),
      },
      steps: {
        publish: isOpen && may.publish && editable.publish && (!approval || waits) ? at(stepPaths.publish) : null,
        withdraw: standing?.state === "published" && may.publish && editable.withdraw ? at(stepPaths.withdraw) : null,
        bin:
          standing &&
          may.edit &&
          standing.state !== "published" &&
          !(standing.state === "withdrawn" && editable.keepsWithdrawn)
            ? at(stepPaths.bin)
            : null,
        submit: isOpen && may.edit && (approval || !may.publish) && !waits ? at(stepPaths.submit) : null,
        giveBack: waits && may.publish && submission!.submitted_by !== account ? at(stepPaths.giveBack) : null,
      },
      asksReason: Boolean(editable.withdrawnWithReason),
      needsApproval: approval,
      submission: submission
        ? {
            by: submission.submitted_name,
            at: submission.submitted_at.toISOString(),
            note: submission.note,
            returned: submission.returned_at ? { by: submission.returned_name!, note: submission.return_note! } : null,
          }
        : null,
    };
  });
  return { view: "editing/edit-page", data };
}

/** A field that is missing is asked for; it is not wrong. */
const asMissing = (input: Whole, { path, code }: FieldProblem): FieldProblem => {
  const value = path.split(".").reduce<unknown>((inside, part) => (inside as Whole | undefined)?.[part], input);
  return { path, code: code === "input.wrong" && (value === undefined || value === null) ? "text.required" : code };
};

const isRefusal = (failure: unknown): failure is AppError =>
  failure instanceof AppError && [409, 410, 422].includes(failure.status);

/** In each clash, what was chosen of both. */
function withChoices(input: Whole, theirs: Whole, typed: FormValues): Whole {
  const chosen = structuredClone(input);
  for (const [key, side] of Object.entries(typed)) {
    if (!key.startsWith("choose.") || side !== "theirs") continue;
    const parts = key.slice("choose.".length).split(".");
    let [mine, other]: [Whole, Whole | undefined] = [chosen, theirs];
    for (const part of parts.slice(0, -1)) {
      if (!Object.hasOwn(mine, part) || typeof mine[part] !== "object" || mine[part] === null) mine[part] = {};
      mine = mine[part] as Whole;
      other = other?.[part] as Whole | undefined;
    }
    mine[parts.at(-1)!] = other?.[parts.at(-1)!];
  }
  return chosen;
}

/** What was typed, for a page that shows it again. */
const asTyped = (values: FormValues, typed: FormValues) => ({ values, version: versionIn(typed), isUnsaved: true });

/** What was typed beside the form, for the step that it is sent along to. */
const beside = (typed: FormValues): FormValues =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name === "at" || name === "note"));

/** The version that a form was made from; empty where it does not say. */
const versionIn = (typed: FormValues): string => [typed.version ?? ""].flat()[0]!;

interface TypedForm {
  entity: EditedEntity;
  id: string | null;
  fields: readonly FormField[];
  values: FormValues;
  version: string;
}

/** What was refused of a form, each with its place in it. */
function problemsIn(
  c: WorkspaceContext,
  { entity, fields, values }: Omit<TypedForm, "id" | "version">,
  failure: AppError,
) {
  const placed = editableOf(entity).failures?.[failure.code];
  const typedInput = fromForm(fields, values);
  const known =
    failure instanceof InvalidInput
      ? new InvalidInput(failure.fields.map((one) => asMissing(typedInput, one)))
      : placed
        ? new InvalidInput([{ path: placed, code: failure.code, params: failure.params }])
        : failure;
  const { title, fields: problems = [] } = problemOf(known, c.var.locale, c.var.requestId);
  return { title, problems: problems.map(({ path, message }) => ({ path: placeInForm(fields, path), message })) };
}

/** The page of a form that was not saved, with all that was typed. */
async function formAgain(
  c: WorkspaceContext,
  form: TypedForm,
  shape: Shape,
  status: number,
  failure: AppError | null,
): Promise<Response> {
  const { entity, id, values, version } = form;
  const paths = editingPaths(entity);
  // The form stands at its own address, wherever it was sent to.
  c.set("here", id === null ? paths.fresh : fillPath(paths.one, { id }));
  const shown = { ...(await editPage(c, entity, id, { values, version, isUnsaved: true, ...shape })), status };
  if (!failure || shape.asked) return c.var.show(shown);
  const { title, problems } = problemsIn(c, form, failure);
  return c.var.show(shown, { ...{ name: "thing", title, values }, fields: problems });
}

/** What both changed is chosen in the form. */
const clashing = (fields: readonly FormField[], conflict: Conflict): Shape => ({
  conflict,
  values: toForm(fields, conflict.merged),
});

/** Saves what stands in the form of something that is there, as it was made from its version. */
async function saveTyped(
  c: WorkspaceContext,
  tx: TenantTx,
  editable: Editable,
  id: string,
  typed: FormValues,
  typedInput: Whole,
) {
  await checkMayChangeThing(tx, c.var.actor, editable, id);
  const found = await findIn(tx, editable, id);
  const version = versionIn(typed);
  // What was chosen of the other is what the form showed of it, not what has come since.
  const shown = (await inputOfVersion(tx, editable, id, version)) ?? found?.input ?? {};
  const result = await saveEdit(tx, doing(c), editable, id, withChoices(typedInput, shown, typed), version);
  if (result.kind === "saved") await dropEditOf(tx, editorOf(c).id, editable.entity, id);
  return { result, isPublic: isWithThePublic(found?.standing ?? null) };
}

/** What is public already stays what somebody has looked at. @throws `PersonsNamed`, `NothingToRead` */
async function checkPublic(
  c: WorkspaceContext,
  tx: TenantTx,
  editable: Editable,
  id: string,
  { persons, withoutReading }: Confirmed,
  hadNoReading: boolean,
) {
  await checkPersons(tx, doing(c), editable, id, c.var.locale, persons);
  if (!hadNoReading) await checkReading(tx, doing(c), editable, id, withoutReading);
}

async function sendForm(c: WorkspaceContext, entity: EditedEntity, id: string | null): Promise<Response> {
  const { db, locale, actor } = c.var;
  const editable = editableOf(entity);
  const by = doing(c);
  const { id: account } = editorOf(c);
  const typed = await typedValues(c);
  const { fields } = await db.read(async (tx) => {
    const found = id === null ? null : await findIn(tx, editable, id);
    if (id !== null && !found) throw notThere();
    return describe(c, tx, entity, found?.input ?? null);
  });
  const asked = [typed.do ?? ""].flat()[0]!;
  const rowsChanged = /^(add|remove|up):/.test(asked) ? stepInRows(typed, asked) : null;
  if (rowsChanged) return c.var.show(await editPage(c, entity, id, asTyped(rowsChanged, typed)));
  if (asked.startsWith("open:")) {
    const open = [asked.slice("open:".length)];
    return c.var.show(await editPage(c, entity, id, { ...asTyped(typed, typed), open }));
  }
  const sought = asked.startsWith("find:") ? asked.slice("find:".length) : null;
  const list = sought === null ? null : listOf(fields, sought);
  if (list) {
    const finding = { field: sought!, list, words: [typed[`find.${sought}`] ?? ""].flat()[0]! };
    return c.var.show(await editPage(c, entity, id, { ...asTyped(typed, typed), finding }));
  }

  const values = inOrder(fields, typed);
  const edit = [typed.edit ?? ""].flat()[0]!;
  const typedInput = fromForm(fields, values);
  const again = (shape: Shape, status: number, failure: AppError | null) =>
    formAgain(c, { entity, id, fields, values, version: versionIn(typed) }, shape, status, failure);
  try {
    if (id === null) {
      const made = await db.write(async (tx) => {
        if (!editable.rows.hasState) await checkMayChange(tx, actor, null);
        const one = await createThing(tx, by, editable, typedInput);
        if (edit) await dropEdit(tx, account, edit);
        if (!editable.rows.hasState) await checkPublic(c, tx, editable, one.id, confirmedIn(typed), false);
        return one;
      });
      return c.redirect(`${fillPath(editingPaths(entity).one, { id: made.id })[locale]}?done=created`, 303);
    }
    const saved = await db.write(async (tx) => {
      const hadNoReading = await isWithoutReading(tx, editable, id);
      const { result, isPublic } = await saveTyped(c, tx, editable, id, typed, typedInput);
      if (result.kind === "saved" && isPublic) await checkPublic(c, tx, editable, id, confirmedIn(typed), hadNoReading);
      return result;
    });
    if (saved.kind === "conflict") return again(clashing(fields, saved), 409, null);
    const done = saved.taken.length > 0 ? "merged" : saved.isUnchanged ? "unchanged" : "saved";
    return c.redirect(`${fillPath(editingPaths(entity).one, { id })[locale]}?done=${done}`, 303);
  } catch (failure) {
    if (!isRefusal(failure)) throw failure;
    return again({ asked: askedBy(failure, "save", typed) }, failure.status, failure);
  }
}

async function versionsPage(
  c: WorkspaceContext,
  entity: EditedEntity,
  persons: PersonsNamed | null = null,
): Promise<Shown> {
  const { locale, db, actor } = c.var;
  const t = phrases(locale, "editing");
  const editable = editableOf(entity);
  const id = c.req.param("id")!;
  const data = await db.read(async (tx): Promise<VersionsPageData> => {
    const found = await findIn(tx, editable, id);
    if (!found) throw notThere();
    const plain = await describe(c, tx, entity, found.input);
    const revisions = await findRevisions(tx, editable, id);
    const now = versionOf(found.input);
    const wanted = Number(new URL(c.req.url).searchParams.get("n")) || revisions[0]?.number;
    const shown = wanted ? await findRevision(tx, editable, id, wanted) : undefined;
    const before = shown && shown.number > 1 ? await findRevision(tx, editable, id, shown.number - 1) : undefined;
    const compared = [shown, before].flatMap((one) => (one ? [toForm(plain.fields, one.input)] : []));
    const description = await withLists(tx, locale, plain, compared);
    const here = fillPath(editingPaths(entity).versions, { id })[locale];
    const isNow = (hash: string) => hash === now;
    const named = (by: Actor) => {
      if (by.kind === "operator") return t("an_operator", { name: by.name });
      return isSomebody(by) ? by.name : t("the_system");
    };
    return {
      title: said(found.title, locale),
      back: fillPath(editingPaths(entity).one, { id })[locale],
      revisions: revisions.map(({ number, at, by, what, hash }) => ({
        ...{ number, at: at.toISOString(), by: named(by) },
        ...{ what: t(`what.${what}`), href: `${here}?n=${number}`, isNow: isNow(hash) },
        isShown: number === shown?.number,
      })),
      shown: shown
        ? {
            number: shown.number,
            differences: before
              ? differencesBetween(before.input, shown.input).map(
                  ({ name, words, isForm, before: was, after: is }) => ({
                    ...{ words, isForm, label: labelAt(description, name, locale) },
                    before: readable(description, name, was, locale),
                    after: readable(description, name, is, locale),
                  }),
                )
              : [],
            restore:
              !isNow(shown.hash) && mayEdit(actor, entity) && (await mayChangeAsItStands(tx, actor, found.standing))
                ? `${step(stepPaths.restore, entity, id, locale)}?n=${shown.number}`
                : null,
            persons: persons && { mark: persons.mark, places: persons.asks(locale) },
          }
        : null,
    };
  });
  return { view: "editing/versions-page", data };
}

async function binPage(c: WorkspaceContext): Promise<Shown> {
  const { locale, db, now, actor } = c.var;
  const t = phrases(locale, "editing");
  const groups = await db.read(async (tx) => {
    const all: BinPageData["groups"][number][] = [];
    for (const entity of editedEntities) {
      const editable = editableOf(entity);
      const { items } = await listBin(tx, editable, { q: null, state: null, page: 1 }, now);
      if (items.length === 0) continue;
      all.push({
        label: t(`noun.${entity}`),
        items: items.map(({ id, title, binnedAt }) => ({
          title: said(title, locale),
          binnedAt: binnedAt!.toISOString(),
          goneAt: new Date(binnedAt!.getTime() + binnedDays * 86_400_000).toISOString(),
          restore: mayEdit(actor, entity) ? step(stepPaths.unbin, entity, id, locale) : null,
        })),
      });
    }
    return all;
  });
  return { view: "editing/bin-page", data: { groups } satisfies BinPageData };
}

const At = v.object({ at: v.optional(v.string(), "") });
const Reason = v.object({
  reason: v.optional(v.object({ sq: v.optional(v.string(), ""), en: v.optional(v.string()) })),
});
const Note = v.object({ note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1_000, "text.too_long")), "") });

/** When something is published: a time that has not come, or now. */
function timeOf(text: string, now: Date): Date {
  if (text.trim() === "") return now;
  const [wanted] = [fromForm([{ kind: "instant", name: "at", label: "" }], { at: text }).at];
  const time = new Date(String(wanted));
  if (Number.isNaN(time.getTime())) throw new InvalidInput([{ path: "at", code: "date.impossible" }]);
  return time > now ? time : now;
}

/** The form that a step's button sent along: it is saved before the step, or else nothing is done. */
const bringsForm = (typed: FormValues) => typed.version !== undefined;
class Clashing extends Error {
  readonly conflict: Conflict;
  constructor(conflict: Conflict) {
    super("Two changed the same place.");
    this.conflict = conflict;
  }
}

/**
 * Something done to one thing as it stands in its form: what was typed is saved first, in the same transaction. Refused,
 * be it the form or the step, the page says why and nothing is done.
 * @param seen of a step for which somebody has seen all: where another has changed something meanwhile, both changes are
 *   saved and no more is done, so that whoever sent the form sees first what the other wrote
 */
function savingStep(
  path: InBoth,
  policy: WorkspaceRoute["policy"],
  does: Parameters<typeof stepRoute>[2],
  seen: SeenStep,
): WorkspaceRoute {
  const plain = stepRoute(path, policy, does);
  return {
    ...plain,
    async answer(c) {
      const { entity = "", id = "" } = c.req.param();
      const editable = editableOf(entity);
      const typed = await typedValues(c);
      if (!isEdited(entity) || !bringsForm(typed)) return plain.answer(c);
      const { fields } = await c.var.db.read(async (tx) => {
        const found = await findIn(tx, editable, id);
        if (!found) throw notThere();
        return describe(c, tx, entity, found.input);
      });
      const values = { ...inOrder(fields, typed), ...beside(typed) };
      const form: TypedForm = { entity, id, fields, values, version: versionIn(typed) };
      let isSaved = false;
      try {
        const { done, taken } = await c.var.db.write(async (tx) => {
          const hadNoReading = await isWithoutReading(tx, editable, id);
          const { result, isPublic } = await saveTyped(c, tx, editable, id, typed, fromForm(fields, values));
          if (result.kind === "conflict") throw new Clashing(result);
          isSaved = true;
          const { taken } = result;
          if (taken.length === 0) return { done: await does(c, tx, editable, id, typed), taken };
          if (isPublic) await checkPublic(c, tx, editable, id, confirmedIn(typed), hadNoReading);
          return { done: null, taken };
        });
        if (done === null) return takenFirst(c, path, entity, id, typed, { step: seen, ways: taken });
        return c.redirect(`${fillPath(editingPaths(entity).one, { id })[c.var.locale]}?done=${done}`, 303);
      } catch (failure) {
        if (failure instanceof Clashing) return formAgain(c, form, clashing(fields, failure.conflict), 409, null);
        if (!isRefusal(failure)) throw failure;
        if (!isSaved) return formAgain(c, form, {}, failure.status, failure);
        return stepAgain(c, path, entity, id, typed, failure, asTyped(values, typed));
      }
    },
  };
}

/** Whether a form says something else than what is stored, be it complete or not. */
function isChanged(editable: Editable, fields: readonly FormField[], stored: Whole, values: FormValues): boolean {
  const typedInput = fromForm(fields, values);
  if (isSame(typedInput, fromForm(fields, toForm(fields, stored)))) return false;
  try {
    return !isSame(wholeInput(editable, typedInput), stored);
  } catch (failure) {
    if (failure instanceof InvalidInput) return true;
    throw failure;
  }
}

/**
 * Something done to one thing whatever stands in its form, be it complete or not: what was typed is not saved, and stays
 * with whoever typed it, as any form that was left.
 */
function keepingStep(
  path: InBoth,
  policy: WorkspaceRoute["policy"],
  does: Parameters<typeof stepRoute>[2],
): WorkspaceRoute {
  const plain = stepRoute(path, policy, does);
  return {
    ...plain,
    async answer(c) {
      const { entity = "", id = "" } = c.req.param();
      const editable = editableOf(entity);
      const typed = await typedValues(c);
      if (!isEdited(entity) || !bringsForm(typed)) return plain.answer(c);
      const { found, fields } = await c.var.db.read(async (tx) => {
        const found = await editable.find(tx, id);
        if (!found) throw notThere();
        return { found, fields: (await describe(c, tx, entity, found.input)).fields };
      });
      const values = inOrder(fields, typed);
      const version = versionIn(typed);
      const { id: account } = editorOf(c);
      try {
        const done = await c.var.db.write((tx) => does(c, tx, editable, id, typed));
        const edit = { id: randomUUID(), entity, entityId: id, version: version || null, form: values };
        // A form that cannot be kept with the server stays on the device, which offers it where nothing is said to be done.
        const isKept =
          !isChanged(editable, fields, found.input, values) ||
          (await c.var.db
            .write((tx) => keepEdit(tx, account, edit, c.var.now))
            .catch((failure) => {
              if (failure instanceof AppError) return null;
              throw failure;
            })) !== null;
        return c.redirect(
          fillPath(editingPaths(entity).one, { id })[c.var.locale] + (isKept ? `?done=${done}` : ""),
          303,
        );
      } catch (failure) {
        if (!isRefusal(failure)) throw failure;
        return stepAgain(c, path, entity, id, typed, failure, asTyped(values, typed));
      }
    },
  };
}

/** The page with both changes saved, and with what the other wrote, for whoever asked for a step without having seen it. */
async function takenFirst(
  c: WorkspaceContext,
  path: InBoth,
  entity: EditedEntity,
  id: string,
  typed: FormValues,
  taken: Required<Shape>["taken"],
): Promise<Response> {
  c.set("here", fillPath(editingPaths(entity).one, { id }));
  const shown = await editPage(c, entity, id, { taken });
  return c.var.show({ ...shown, status: 409 }, { ...{ name: stepName(path), title: "", fields: [] }, values: typed });
}

/** What the part of the page that asks for a step is called. */
const stepName = (path: InBoth) => `step-${path.en.split("/").at(-1)}`;

/** The page from which a step was asked for that is refused. */
async function stepAgain(
  c: WorkspaceContext,
  path: InBoth,
  entity: EditedEntity,
  id: string,
  typed: FormValues,
  failure: AppError,
  shape: Shape = {},
): Promise<Response> {
  const { title, fields = [] } = problemOf(failure, c.var.locale, c.var.requestId);
  const asked = askedBy(failure, path === stepPaths.withdraw ? "withdraw" : "publish", typed);
  const shown = await editPage(c, entity, id, { ...shape, asked });
  // The question says it itself.
  const said = asked ? "" : title;
  const state = { name: stepName(path), title: said, fields, values: typed };
  return c.var.show({ ...shown, status: failure.status }, state);
}

/** The versions again, with what the old one says about persons; any other refusal is told beside the form. */
async function restoreAgain(...refused: Parameters<typeof stepAgain>): Promise<Response> {
  const [c, , entity, id, , failure] = refused;
  if (!(failure instanceof PersonsNamed)) return stepAgain(...refused);
  c.set("here", fillPath(editingPaths(entity).versions, { id }));
  return c.var.show({ ...(await versionsPage(c, entity, failure)), status: failure.status });
}

/** Something done to one thing, from its page, to which it leads back; refused, the page says why. */
function stepRoute(
  path: InBoth,
  policy: WorkspaceRoute["policy"],
  does: (c: WorkspaceContext, tx: TenantTx, editable: Editable, id: string, typed: FormValues) => Promise<string>,
  leadsTo: (entity: EditedEntity, id: string) => InBoth = (entity, id) => fillPath(editingPaths(entity).one, { id }),
  again: typeof stepAgain = stepAgain,
): WorkspaceRoute {
  return {
    ...{ method: "POST", path, policy },
    async answer(c) {
      const { entity = "", id = "" } = c.req.param();
      const editable = editableOf(entity);
      if (!isEdited(entity) || !editable.rows.only(id)) throw notThere();
      const typed = await typedValues(c);
      try {
        const done = await c.var.db.write((tx) => does(c, tx, editable, id, typed));
        return c.redirect(`${leadsTo(entity, id)[c.var.locale]}?done=${done}`, 303);
      } catch (failure) {
        if (!isRefusal(failure)) throw failure;
        return again(c, path, entity, id, typed, failure);
      }
    },
  };
}

/** The services call the reason's languages; the form its fields. */
const reasonAt = { fields: { sq: "reason.sq", en: "reason.en", reason: "reason.sq" } };
const nestedReason = (typed: FormValues) =>
  parsed(Reason, fromForm([{ kind: "lines", name: "reason", label: "", localized: true }], typed)).reason ?? { sq: "" };

const steps: readonly WorkspaceRoute[] = [
  savingStep(
    stepPaths.publish,
    mayBe(mayPublish),
    async (c, tx, editable, id, typed) => {
      await checkApproval(tx, editable, id, editorOf(c));
      const at = timeOf(parsed(At, { at: [typed.at ?? ""].flat()[0] }).at, c.var.now);
      await checkPublic(c, tx, editable, id, confirmedIn(typed), false);
      await publishThing(tx, doing(c), editable, id, at);
      return at > c.var.now ? "scheduled" : "published";
    },
    "publish",
  ),
  keepingStep(stepPaths.withdraw, mayBe(mayPublish), async (c, tx, editable, id, typed) => {
    const reason = editable.withdrawnWithReason ? nestedReason(typed) : null;
    await atFields(reasonAt, () => withdrawThing(tx, doing(c), editable, id, reason));
    const texts = reason ? await typedTexts(c, { reason: phrases(c.var.locale, "editing")("withdraw_reason") }) : [];
    await checkTexts(tx, doing(c), [editable.entity, id], texts, confirmedIn(typed).persons);
    return "withdrawn";
  }),
  stepRoute(
    stepPaths.restore,
    mayBe(mayEdit),
    async (c, tx, editable, id, typed) => {
      await checkMayChangeThing(tx, c.var.actor, editable, id);
      await restoreRevision(tx, doing(c), editable, id, Number(new URL(c.req.url).searchParams.get("n")));
      const { standing } = (await editable.find(tx, id))!;
      if (isWithThePublic(standing))
        await checkPersons(tx, doing(c), editable, id, c.var.locale, confirmedIn(typed).persons);
      return "restored";
    },
    (entity, id) => fillPath(editingPaths(entity).one, { id }),
    restoreAgain,
  ),
  stepRoute(
    stepPaths.bin,
    mayBe(mayEdit),
    async (c, tx, editable, id) => {
      await bin(tx, doing(c), editable, id);
      return "binned";
    },
    (entity) => editingPaths(entity).list,
  ),
  stepRoute(stepPaths.unbin, mayBe(mayEdit), async (c, tx, editable, id) => {
    await takeFromBin(tx, doing(c), editable, id);
    return "unbinned";
  }),
  savingStep(
    stepPaths.submit,
    mayBe(mayEdit),
    async (c, tx, editable, id, typed) => {
      const found = await findIn(tx, editable, id);
      if (!found) throw notThere();
      const { note } = parsed(Note, { note: [typed.note ?? ""].flat()[0] });
      await submit(tx, doing(c), editable, id, found, editorOf(c), note || null);
      return "submitted";
    },
    "submit",
  ),
  stepRoute(stepPaths.giveBack, mayBe(mayPublish), async (c, tx, editable, id, typed) => {
    const { note } = parsed(Note, { note: [typed.note ?? ""].flat()[0] });
    if (!note) throw new InvalidInput([{ path: "note", code: "text.required" }]);
    await returnSubmission(tx, doing(c), editable, id, editorOf(c), note);
    return "returned";
  }),
];

/** The list of a form on which files were put, by its name. */
function takingRows(fields: readonly FormField[], name: string): RowsField | null {
  for (const field of fields) {
    const found = field.kind === "group" ? takingRows(field.fields, name) : null;
    if (found) return found;
    if (field.kind === "rows" && field.name === name && field.takes) return field;
  }
  return null;
}

/** Takes in the files that came with a form, and shows the form again with a row for each. */
async function takeFiles(services: Services, c: WorkspaceContext, entity: EditedEntity): Promise<Response> {
  const { db, locale, requestId } = c.var;
  const editable = editableOf(entity);
  const typed = await typedValues(c);
  const id = [typed.id ?? ""].flat()[0] || null;
  const { fields } = await db.read(async (tx) => {
    const found = id === null ? null : await findIn(tx, editable, id);
    if (id !== null && !found) throw notThere();
    const element = [typed.element ?? ""].flat()[0];
    return describe(c, tx, entity, found?.input ?? (element ? { element } : null));
  });
  const rows = takingRows(fields, [typed.do ?? ""].flat()[0]!.replace(/^upload:/, ""));
  if (!rows?.takes) throw notThere();
  const { as, field } = rows.takes;
  const values: Record<string, string | readonly string[]> = { ...typed };
  const refusedFiles: { name: string; problem: string }[] = [];
  const files = (await c.req.formData()).getAll("files").filter((file) => typeof file !== "string" && file.size > 0);
  for (const [at, file] of (files as File[]).entries()) {
    const arriving = { fileName: file.name, expectedSize: file.size };
    try {
      const outcome = await takeIn(intakeOf(services, c), doing(c), file.stream(), arriving, { as });
      values[`${rows.name}.n9${at}.${field}`] = (outcome.documentId ?? outcome.pictureId)!;
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.status >= 500) throw failure;
      refusedFiles.push({ name: file.name, problem: problemOf(failure, locale, requestId).title });
    }
  }
  const paths = editingPaths(entity);
  c.set("here", id === null ? paths.fresh : fillPath(paths.one, { id }));
  const again = { ...asTyped(inOrder(fields, values), typed), refusedFiles };
  const shown = await editPage(c, entity, id, again);
  return c.var.show({ ...shown, status: refusedFiles.length > 0 ? 422 : 200 });
}

/** Where the secretary looks for each kind. */
const groupOf = {
  ...{ act: "work", draft_act: "work", publication: "reading", page: "reading", album: "reading" },
  ...{ plan: "work", pay_month: "council", pay_rate: "council" },
  ...{ person: "council", body: "council", party: "council", term: "council", election: "council" },
} as const satisfies Record<EditedEntity, NavigationGroup>;

/** Lists, forms, versions and the bin, alike for everything that a council edits. */
export const editingWorkspace: WorkspaceFeatureOf = (services, { preview }) => {
  const show = (c: WorkspaceContext, prepare: (tx: TenantTx) => Promise<InBoth>) => {
    const { tenant, locale, requestId } = c.var;
    return preview({ tenant, locale, requestId, prepare });
  };
  return {
    routes: [
      ...editedEntities.flatMap((entity): WorkspaceRoute[] => {
        const paths = editingPaths(entity);
        const [edits, sees] = [mayBe(mayEdit, entity), mayBe(maySeeDrafts, entity)];
        return [
          page(paths.list, sees, (c) => listPage(c, entity)),
          page(paths.fresh, edits, (c) => editPage(c, entity, null)),
          { method: "POST", path: paths.fresh, policy: edits, answer: (c) => sendForm(c, entity, null) },
          page(paths.one, sees, (c) => editPage(c, entity, c.req.param("id")!)),
          { method: "POST", path: paths.one, policy: edits, answer: (c) => sendForm(c, entity, c.req.param("id")!) },
          page(paths.versions, sees, (c) => versionsPage(c, entity)),
          page(paths.preview, sees, (c) =>
            show(c, (tx) => makePublic(tx, doing(c), editableOf(entity), c.req.param("id")!)),
          ),
        ];
      }),
      ...steps,
      {
        ...{ method: "POST", path: formUploadPath, policy: (actor) => mayEdit(actor) && mayEdit(actor, "document") },
        async answer(c) {
          const entity = c.req.param("entity")!;
          if (!isEdited(entity)) throw notThere();
          return takeFiles(services, c, entity);
        },
      },
      page(binPath, mayBe(maySeeDrafts), binPage),
      {
        ...{ method: "POST", path: formPreviewPath, policy: mayBe(mayEdit) },
        async answer(c) {
          const entity = c.req.param("entity")!;
          if (!isEdited(entity)) throw notThere();
          const editable = editableOf(entity);
          const typed = await typedValues(c);
          const id = [typed.id ?? ""].flat()[0] || null;
          const description = await c.var.db.read(async (tx): Promise<FormDescription> => {
            const found = id === null ? null : await findIn(tx, editable, id);
            if (id !== null && !found) throw notThere();
            const element = [typed.element ?? ""].flat()[0];
            return describe(c, tx, entity, found?.input ?? (element ? { element } : null));
          });
          const { fields } = description;
          const values = inOrder(fields, typed);
          try {
            return await show(c, (tx) => makePublic(tx, doing(c), editable, id, fromForm(fields, values)));
          } catch (failure) {
            if (!(failure instanceof AppError) || !isRefusal(failure)) throw failure;
            const { title, problems } = problemsIn(c, { entity, fields, values }, failure);
            const said = problems.map(({ path, message }) => ({
              label: labelAt(description, path, c.var.locale),
              message,
            }));
            const data: PreviewRefusedData = { sentence: said.length > 0 ? null : title, fields: said };
            return c.var.show({ view: "editing/preview-refused-page", data, status: failure.status });
          }
        },
      },
    ],
    navigation: [
      ...editedEntities.map((entity, at) => ({
        path: editingPaths(entity).list,
        policy: mayBe(maySeeDrafts, entity),
        group: groupOf[entity],
        order: 20 + at,
        label: (locale: Locale) => phrases(locale, "editing")(`noun.${entity}`),
      })),
      {
        ...{ path: binPath, policy: mayBe(maySeeDrafts), group: "state" as const, order: 80 },
        label: (locale: Locale) => phrases(locale, "editing")("bin"),
      },
    ],
    api: { path: "/editing", routes: editingApi },
  };
};
