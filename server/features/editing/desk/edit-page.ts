import { randomUUID } from "node:crypto";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { beginning } from "../../../workspace/changed-meanwhile.ts";
import { fillPath, workspaceHome } from "../../../workspace/home.shared.ts";
import type { Shown, WorkspaceContext } from "../../../workspace/scope.ts";
import { mayBin, mayEdit, maySeeDrafts } from "../../accounts/policies.ts";
import type { InBoth } from "../../elements/catalogue.shared.ts";
import { carriesPhotos } from "../../photos/photo-holders.ts";
import { photosPaths } from "../../photos/photos.paths.shared.ts";
import { findEdit, findEditsOf, isKnownTo, type KeepingTab } from "../autosave.service.ts";
import { binnedSince, type Editable, type Found } from "../editable.ts";
import { editableFor, editableForOne } from "../editable-for.ts";
import { notThere } from "../editing.errors.ts";
import {
  type EditedEntity,
  editingPaths,
  formPreviewPath,
  formUploadPath,
  stepPaths,
} from "../editing.paths.shared.ts";
import type { Conflict } from "../editing.service.ts";
import type { EditPageData, SeenStep } from "../editing.view.ts";
import type { FormDescription, FormValues } from "../form.shared.ts";
import { placeInForm, toForm } from "../form-values.ts";
import { leftForms } from "../left-forms.ts";
import { partOf } from "../parts.ts";
import { type Finding, withLists } from "../pick-lists.ts";
import { findProposal, standsWith } from "../proposals.service.ts";
import { mayChangeAsItStands } from "../public-changes.ts";
import { mayPublishOne } from "../publishes.ts";
import { inWords, labelAt, readable, standsAt } from "../reading.ts";
import { tagOf } from "../state-tag.ts";
import { findHandOver, isOfCouncil, needsApproval } from "../submissions.service.ts";
import { versionOf } from "../versions.ts";
import { type Asked, askedView } from "./asked.ts";
import { describe, editIn, editorOf, findIn, proposalIn, said, step } from "./editor.ts";
import type { StillAsked } from "./form-of.ts";
import { proposalView } from "./proposal-view.ts";

/** What else a page of a form shows than what is stored. */
export interface Shape {
  values?: FormValues;
  /** With which the typed values came: what others have changed since was not on the form. */
  version?: string;
  conflict?: Conflict;
  /** Asked on the form before, and not saved yet. */
  stillAsked?: StillAsked | null;
  isUnsaved?: boolean;
  /** Under which the typed values are kept while they are not saved. */
  edit?: string;
  /** The page on which they were typed: what another page has kept there since is not on this one. */
  tab?: KeepingTab;
  finding?: Finding;
  /** Rows of folded lists that are open. */
  open?: readonly string[];
  refusedFiles?: EditPageData["refusedFiles"];
  asked?: Asked | undefined;
  /** What another had changed and was saved along, without the step: the ways to it. */
  taken?: { step: SeenStep; ways: readonly string[] };
}

const draft = { state: "draft" } as const;

async function changesOf(edits: boolean, ...asked: Parameters<typeof mayChangeAsItStands>) {
  const mayChange = edits && (await mayChangeAsItStands(...asked));
  return { mayChange, waitsForPublisher: edits && !mayChange };
}

/** What is proposed of something, with how it would stand; `null` where nothing is. */
async function proposedOf(tx: TenantTx, editable: Editable, id: string, found: Found) {
  const proposal = await findProposal(tx, editable, id);
  return proposal ? { proposal, stands: await standsWith(tx, editable, id, found, proposal) } : null;
}

/** When what is on the page was kept, if it is kept there. */
function seenOf({ tab }: Shape, left: { tab: string | null; updated_at: Date } | undefined): string | null {
  const kept = left?.updated_at.toISOString() ?? null;
  return !tab || (left && isKnownTo(tab, left)) ? kept : tab.seen;
}

/** Fields that somebody is sent to. */
const placesOf = ({ asked, taken }: Shape): string[] => [
  ...(asked?.persons?.places.map(({ field }) => field) ?? []),
  ...(taken?.ways ?? []),
];

export async function editPage(
  c: WorkspaceContext,
  entity: EditedEntity,
  id: string | null,
  shape: Shape = {},
): Promise<Shown> {
  const { locale, now, db, actor } = c.var;
  const t = phrases(locale, "editing");
  const paths = editingPaths(entity);
  const { id: account } = editorOf(c);
  const asked = new URL(c.req.url).searchParams;
  const data = await db.read(async (tx): Promise<EditPageData> => {
    const { editable, mayEdit: edits } =
      id === null
        ? { editable: editableFor(actor, entity), mayEdit: mayEdit(actor, entity) }
        : await editableForOne(tx, actor, entity, id);
    const found: Found | null = id === null ? null : await findIn(tx, editable, id);
    if (id !== null && !found) throw notThere();
    const plain = await describe(c, tx, editable, found?.input ?? null);
    const kept = id === null ? [] : await findEditsOf(tx, account, entity, id);
    const own = shape.edit || editIn({ edit: asked.get("edit") ?? "" }) || null;
    const left = own ? await findEdit(tx, account, entity, id, own) : undefined;
    const opensLeft = left?.form && asked.has("edit");
    const one = id ?? undefined;
    const may = {
      edit: edits,
      publish: await mayPublishOne(tx, actor, entity, one),
      bin: edits && mayBin(actor, entity),
    };
    const { standing = null, publicUrl = null } = found ?? {};
    const binned = found && (await binnedSince(tx, editable, id!));
    const stands = found || !editable.rows.hasState ? standing : draft;
    const changes = await changesOf(may.edit && !binned, tx, actor, stands, entity, one);
    const proposed = found && (await proposedOf(tx, editable, id!, found));
    // Whoever proposes goes on from what is proposed; whoever saves chooses to see it.
    const fills = proposed && !shape.values && !opensLeft && (changes.waitsForPublisher || asked.has("proposal"));
    const values =
      shape.values ??
      (opensLeft
        ? (left.form as FormValues)
        : toForm(plain.fields, fills ? proposed.stands.input : (found?.input ?? plain.initial ?? {})));
    const noteOfOwn = fills && !changes.mayChange && proposed.proposal.proposed_by === account;
    const filledFrom = fills ? proposed.proposal.version : proposalIn(values);
    const isOpened = changes.mayChange && proposed !== null && filledFrom === proposed.proposal.version;
    const against =
      fills && changes.mayChange && proposed.stands.clashes.length > 0
        ? { ...proposed.stands, theirs: found.input }
        : null;
    const clashing = shape.conflict ?? shape.stillAsked ?? against;
    const isBaseKnown = shape.conflict?.isBaseKnown ?? against?.isBaseKnown ?? true;
    const stored = [found?.input, proposed?.stands.input, clashing?.theirs].flatMap((one) =>
      one ? [toForm(plain.fields, one)] : [],
    );
    const search = id === null ? new URL(c.req.url).search : "";
    const description: FormDescription = {
      ...(await withLists(tx, c.var, plain, stored, values, shape.finding)),
      photos: id === null ? undefined : `/api/v1/admin/photos/${entity}/${id}`,
      open: [...(shape.open ?? []), ...(shape.finding ? [shape.finding.field] : []), ...placesOf(shape)],
      upload: mayEdit(actor, "document") ? fillPath(formUploadPath, { entity })[locale] + search : null,
    };
    const isPublic = standing?.state === "published" && standing.public_from! <= now;
    const approval = await needsApproval(tx);
    const handOver = found && (await findHandOver(tx, editable, id!, found.input));
    const submission = handOver?.submission;
    const isOwn = submission?.submitted_by === account;
    const at = (path: InBoth) => (id === null ? null : step(path, entity, id, locale));
    const isOpen = standing !== null && !isPublic && !binned;
    const waits = handOver?.waits ?? false;
    return {
      ...{ entity, id, description },
      values: noteOfOwn ? { ...values, note: proposed.proposal.note ?? "" } : values,
      read: found && !edits ? inWords(description, partOf(editable, found.input), locale) : null,
      ...changes,
      filledFrom,
      propose: changes.waitsForPublisher && isOfCouncil(actor) ? at(stepPaths.propose) : null,
      proposal:
        proposed &&
        proposalView(c.var, { entity, editable, id: id!, found }, description, proposed, {
          ...{ change: changes.mayChange, publish: may.publish, isOpened },
        }),
      title: found ? said(found.title, locale) : t(`new.${entity}`),
      action: id === null ? paths.fresh[locale] + new URL(c.req.url).search : fillPath(paths.one, { id })[locale],
      list: maySeeDrafts(actor, entity)
        ? { href: paths.list[locale], label: t(`noun.${entity}`) }
        : { href: workspaceHome[locale], label: phrases(locale, "day")("title") },
      version:
        shape.conflict?.version ??
        ((shape.values && shape.version) || null) ??
        (opensLeft ? left.version : null) ??
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
      isWithdrawn: standing?.state === "withdrawn",
      clashes: (clashing?.clashes ?? []).map(({ name, was, theirs, mine }) => ({
        name,
        label: labelAt(description, name, locale),
        was: (shape.conflict || against) && isBaseKnown ? readable(description, name, was, locale) : null,
        theirs: readable(description, name, theirs, locale),
        mine: readable(description, name, mine, locale),
      })),
      isBaseKnown,
      unsaved: shape.values ? [] : leftForms(kept, own, fillPath(paths.one, { id: id ?? "" })[locale], locale),
      isUnsaved: Boolean(opensLeft) || Boolean(shape.isUnsaved),
      edit: { id: own ?? randomUUID(), account, seen: seenOf(shape, left) },
      links: {
        versions: id === null ? null : fillPath(paths.versions, { id })[locale],
        preview: id === null || !publicUrl ? null : fillPath(paths.preview, { id })[locale],
        formPreview: fillPath(formPreviewPath, { entity })[locale],
        photos:
          found && carriesPhotos(entity, found.input) ? fillPath(photosPaths.page, { entity, id: id! })[locale] : null,
        public: isPublic && publicUrl ? publicUrl[locale] : null,
        besides:
          // What lies in the bin has no other page of its own.
          id === null || binned
            ? []
            : (editable.besides ?? []).map(({ path, label }) => ({
                href: fillPath(path, { id })[locale],
                label: label[locale],
              })),
      },
      steps: {
        publish:
          isOpen && may.publish && editable.publish && (!approval || (waits && !isOwn)) ? at(stepPaths.publish) : null,
        withdraw: standing?.state === "published" && may.publish && editable.withdraw ? at(stepPaths.withdraw) : null,
        unbin: binned && may.bin ? at(stepPaths.unbin) : null,
        bin:
          standing &&
          may.bin &&
          !binned &&
          standing.state !== "published" &&
          !(standing.state === "withdrawn" && (editable.keepsWithdrawn || !may.publish))
            ? at(stepPaths.bin)
            : null,
        submit:
          isOpen && may.edit && !changes.waitsForPublisher && isOfCouncil(actor) && (approval || !may.publish) && !waits
            ? at(stepPaths.submit)
            : null,
        giveBack: isOpen && handOver?.isOpen && (may.publish || isOwn) ? at(stepPaths.giveBack) : null,
      },
      binnedSince: binned?.toISOString() ?? null,
      asksReason: Boolean(editable.withdrawnWithReason) && isPublic,
      needsApproval: approval,
      // What was handed over before it became public says nothing any more.
      submission:
        submission && isOpen
          ? {
              ...{ isOwn, isChanged: handOver!.isChanged },
              by: submission.submitted_name,
              at: submission.submitted_at.toISOString(),
              note: submission.note,
              returned: submission.returned_at
                ? { by: submission.returned_name!, note: submission.return_note! }
                : null,
            }
          : null,
    };
  });
  return { view: "editing/edit-page", data };
}
