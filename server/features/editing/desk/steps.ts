import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { parsed } from "../../../http/validated.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import type { WorkspaceRoute } from "../../../workspace/feature.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { mayBin, mayEdit, mayPublish } from "../../accounts/policies.ts";
import { bin, takeFromBin } from "../bin.service.ts";
import type { Editable } from "../editable.ts";
import { checkInPart, checkMayBin, checkMayPublish } from "../editable-for.ts";
import { editingPaths, stepPaths } from "../editing.paths.shared.ts";
import { publishThing, restoreRevision, withdrawThing } from "../editing.service.ts";
import type { FormValues } from "../form.shared.ts";
import { fromForm } from "../form-values.ts";
import { checkPersons, checkTexts, PersonsNamed } from "../persons.service.ts";
import { isWithThePublic } from "../public-changes.ts";
import { publishingTime } from "../publishing-time.ts";
import { giveBack, submit } from "../submissions.service.ts";
import { typedTexts } from "../typed-texts.ts";
import { checkPublic, confirmedIn } from "./asked.ts";
import { findIn, toKind, toOne } from "./editor.ts";
import { keepingStep, savingStep, stepAgain, stepRoute } from "./step-routes.ts";
import { versionsPage } from "./versions-page.ts";

const Reason = v.object({
  reason: v.optional(v.object({ sq: v.optional(v.string(), ""), en: v.optional(v.string()) })),
});

const Note = v.object({ note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1_000, "text.too_long")), "") });

/** The services call the reason's languages; the form its fields. */
const reasonAt = { fields: { sq: "reason.sq", en: "reason.en", reason: "reason.sq" } };

const nestedReason = (typed: FormValues) =>
  parsed(Reason, fromForm([{ kind: "lines", name: "reason", label: "", localized: true }], typed)).reason ?? { sq: "" };

/** What stands in the audit where there is nobody to be told why. */
const unseen = { sq: "Ende nuk e kishte lexuar askush.", en: "Nobody had read it yet." };

/** Why something is withdrawn, of a kind that tells its readers; what only waits for its time has none yet. */
async function reasonFor(c: WorkspaceContext, tx: TenantTx, editable: Editable, id: string, typed: FormValues) {
  if (!editable.withdrawnWithReason) return null;
  const { standing } = (await findIn(tx, editable, id)) ?? {};
  const waits = standing?.state === "published" && standing.public_from! > c.var.now;
  return waits ? unseen : nestedReason(typed);
}

/** The versions again, with what the old one says about persons; any other refusal is told beside the form. */
async function restoreAgain(...refused: Parameters<typeof stepAgain>): Promise<Response> {
  const [c, , entity, id, , failure] = refused;
  if (!(failure instanceof PersonsNamed)) return stepAgain(...refused);
  c.set("here", fillPath(editingPaths(entity).versions, { id }));
  return c.var.show({ ...(await versionsPage(c, entity, failure)), status: failure.status });
}

export const steps: readonly WorkspaceRoute[] = [
  savingStep(
    stepPaths.publish,
    toKind(mayPublish),
    async (c, tx, editable, id, typed) => {
      await checkMayPublish(tx, c.var.actor, editable.entity, id);
      const at = publishingTime([typed.at ?? ""].flat()[0] ?? "", c.var.now);
      await publishThing(tx, doing(c), editable, id, at);
      await checkPublic(c, tx, editable, id, confirmedIn(typed), false, true);
      return at > c.var.now ? "scheduled" : "published";
    },
    "publish",
  ),
  keepingStep(stepPaths.withdraw, toKind(mayPublish), async (c, tx, editable, id, typed) => {
    await checkMayPublish(tx, c.var.actor, editable.entity, id);
    const reason = await reasonFor(c, tx, editable, id, typed);
    await atFields(reasonAt, () => withdrawThing(tx, doing(c), editable, id, reason));
    const texts =
      reason && reason !== unseen
        ? await typedTexts(c, { reason: phrases(c.var.locale, "editing")("withdraw_reason") })
        : [];
    await checkTexts(tx, doing(c), [editable.entity, id], texts, confirmedIn(typed).persons);
    return "withdrawn";
  }),
  stepRoute(
    stepPaths.restore,
    toOne(mayEdit),
    async (c, tx, editable, id, typed) => {
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
    toKind(mayBin),
    async (c, tx, editable, id) => {
      await checkMayBin(tx, c.var.actor, editable, id);
      await bin(tx, doing(c), editable, id);
      return "binned";
    },
    (entity) => editingPaths(entity).list,
  ),
  stepRoute(stepPaths.unbin, toKind(mayBin), async (c, tx, editable, id) => {
    await takeFromBin(tx, doing(c), editable, id);
    return "unbinned";
  }),
  savingStep(
    stepPaths.submit,
    toOne(mayEdit),
    async (c, tx, editable, id, typed) => {
      const { note } = parsed(Note, { note: [typed.note ?? ""].flat()[0] });
      await submit(tx, doing(c), editable, id, note || null);
      return "submitted";
    },
    "submit",
  ),
  stepRoute(stepPaths.giveBack, toOne(mayEdit), async (c, tx, editable, id, typed) => {
    const { note } = parsed(Note, { note: [typed.note ?? ""].flat()[0] });
    await checkInPart(tx, c.var.actor, editable.entity, id);
    return giveBack(tx, doing(c), editable, id, note);
  }),
];
