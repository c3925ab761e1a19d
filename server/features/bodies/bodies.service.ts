import type * as v from "valibot";
import { namingBreaches } from "../../db/breaches.ts";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import { followName, underFreeSlug } from "../../db/free-slug.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanLocalizedHtml } from "../../html.ts";
import { parsed } from "../../http/validated.ts";
import { enqueue } from "../../jobs/outbox.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { registerText } from "../../search/register-text.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { bodyElement } from "../elements/item-urls.shared.ts";
import { comesBack, publishedAt, recordStanding, withdrawnFor } from "../lifecycle/lifecycle.ts";
import { inOrder } from "../people/days-in-order.ts";
import { slugOf } from "../publications/slug.ts";
import { requireOffered } from "../settings/modules.service.ts";
import {
  bodyNotFound,
  bodyNotPublished,
  bodyPublicAlready,
  bodyWithdrawnAlready,
  onlyOneBody,
} from "./bodies.errors.ts";
import { BodyChange, BodyInput, BodyWithdrawalReason } from "./bodies.schema.ts";

/** The body, held so that two who change it at once come one after the other. */
export async function lockBody(tx: TenantTx, id: string) {
  const body = await tx.selectFrom("bodies").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!body) throw bodyNotFound();
  return body;
}

const textOrNull = (text: LocalizedText | null | undefined) => (text ? json(text) : null);

function stored(input: v.InferOutput<typeof BodyInput>) {
  const { name, functions, duties, foundingAct, unit = null, contacts, position } = input;
  const { beginsOn = null, endsOn = null, streamUrl = null } = input;
  inOrder(beginsOn, endsOn);
  return {
    name: json(name),
    functions: textOrNull(cleanLocalizedHtml(functions)),
    duties: textOrNull(cleanLocalizedHtml(duties)),
    founding_act: textOrNull(foundingAct),
    unit,
    contacts: json(contacts),
    stream_url: streamUrl,
    begins_on: beginsOn,
    ends_on: endsOn,
    position,
    folded_text: registerText(name, unit),
  };
}

type StoredBody = Awaited<ReturnType<typeof lockBody>>;
/** A body as the audit remembers it: what people wrote, not what follows from it. */
const remembered = (body: StoredBody) => ({
  kind: body.kind,
  slug: body.slug,
  name: body.name,
  functions: body.functions,
  duties: body.duties,
  foundingAct: body.founding_act,
  unit: body.unit,
  contacts: body.contacts,
  streamUrl: body.stream_url,
  beginsOn: body.begins_on,
  endsOn: body.ends_on,
  position: body.position,
});

/**
 * A body that nobody sees yet. Its address is made from its Albanian name and stays, whatever the name becomes.
 * @throws {InvalidInput} `bodies.sole` for a second council or secretariat
 */
export async function createBody(tx: TenantTx, by: Doing, given: BodyInput): Promise<{ id: string; slug: string }> {
  const input = parsed(BodyInput, given);
  const made = await namingBreaches({ bodies_one_council: onlyOneBody }, () =>
    underFreeSlug(input.slug ?? slugOf(input.name.sq), (slug) =>
      tx
        .insertInto("bodies")
        .values({
          ...stored(input),
          kind: input.kind,
          slug,
          public_from: null,
          created_at: by.now,
          updated_at: by.now,
        })
        .onConflict((conflict) => conflict.columns(["tenant_id", "slug"] as never).doNothing())
        .returning(["id", "slug"])
        .executeTakeFirst(),
    ),
  );
  const after = remembered(await lockBody(tx, made.id));
  await recordChange(tx, by, "body.created", "body", made.id, null, after);
  return made;
}

/**
 * Changes what is given and leaves all else.
 * @throws {InvalidInput} `bodies.not_found`, `settings.declined_…` where it would be at work again of which there is none
 */
export async function changeBody(tx: TenantTx, by: Doing, id: string, change: BodyChange): Promise<void> {
  const asked = parsed(BodyChange, change);
  const body = await lockBody(tx, id);
  const { slug: _, ...whole } = remembered(body);
  // What was not given must not come back as an empty default.
  const given = Object.fromEntries(Object.entries(asked).filter(([name]) => Object.hasOwn(change, name)));
  const input = parsed(BodyInput, { ...whole, ...given });
  await tx
    .updateTable("bodies")
    .set({ ...stored(input), updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await followName(tx, "bodies", body, [slugOf(whole.name.sq), slugOf(input.name.sq)]);
  if (body.state === "published") {
    if (!input.endsOn || input.endsOn >= dayIn(by.now)) await requireOffered(tx, bodyElement(input.kind));
    await raiseVersion(tx, "people");
  }
  const after = remembered(await lockBody(tx, id));
  await recordChange(tx, by, "body.changed", "body", id, remembered(body), after);
}

/**
 * Publishes at an instant: now, or later by itself. A schedule that has not come may be moved.
 * @throws `bodies.not_found`, `bodies.already_public`
 */
export async function publishBody(tx: TenantTx, by: Doing, id: string, at: Date = by.now): Promise<void> {
  const before = await lockBody(tx, id);
  const after = publishedAt(before, by, at, bodyPublicAlready);
  await requireOffered(tx, bodyElement(before.kind));
  await tx
    .updateTable("bodies")
    .set({ ...after, ...comesBack(at, by), updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await raiseVersion(tx, "people");
  // Its members are found by it once it is public.
  if (at > by.now) await enqueue(tx, "body-found", id, at);
  await recordStanding(tx, by, ["body", id], before, after);
}

/**
 * Takes a body from the site; its address then says when and why. One that came to its end is not withdrawn: it keeps its
 * page, with its last day. One whose time has not come becomes a draft again, since nobody has seen it.
 * @throws `InvalidInput`, `bodies.not_found`, `bodies.not_published`, `bodies.already_withdrawn`
 */
export async function withdrawBody(tx: TenantTx, by: Doing, id: string, reason: LocalizedText): Promise<void> {
  const why = parsed(BodyWithdrawalReason, reason);
  const before = await lockBody(tx, id);
  const refusals = { notPublished: bodyNotPublished, withdrawnAlready: bodyWithdrawnAlready };
  const after = withdrawnFor(before, by, why, refusals);
  await tx
    .updateTable("bodies")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await raiseVersion(tx, "people");
  await recordStanding(tx, by, ["body", id], before, after, why);
}
