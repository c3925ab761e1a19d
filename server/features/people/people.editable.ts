import { sql } from "kysely";
import * as v from "valibot";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { hasOwnProfile } from "../accounts/policies.ts";
import type { Doing } from "../audit/audit.service.ts";
import { Attachments } from "../documents/attachment.schema.ts";
import { attachmentsOf, releaseTimeOf, setAttachments } from "../documents/attachments.service.ts";
import { editable, type Found, rowsById } from "../editing/editable.ts";
import { changedOnly, isSame } from "../editing/versions.ts";
import { personUrl } from "../elements/item-urls.shared.ts";
import { wordsOfPhotos } from "../photos/words-of-photos.ts";
import { affiliationsOf, representationsOf, setAffiliations, setRepresentations } from "./affiliations.service.ts";
import { AffiliationInput, PersonInput, RepresentationInput } from "./people.schema.ts";
import {
  changePerson,
  createPerson,
  lockPerson,
  publishPerson,
  removePerson,
  withdrawPerson,
} from "./people.service.ts";

/** Somebody with the parties they belonged to, what they represent the council in, and their documents. */
const PersonEdit = v.strictObject({
  ...v.omit(PersonInput, ["slug"]).entries,
  affiliations: v.optional(v.pipe(v.array(AffiliationInput), v.maxLength(50)), []),
  representations: v.optional(v.pipe(v.array(RepresentationInput), v.maxLength(100)), []),
  documents: Attachments,
});
type PersonEdit = v.InferOutput<typeof PersonEdit>;

/**
 * What councillors tell of themselves. How they are called and which parties and seats they had is the register's; papers
 * are chosen out of all that the council has.
 */
const ownToTell = ["occupation", "cv", "contacts"] as const satisfies readonly (keyof PersonEdit)[];

async function find(tx: TenantTx, id: string): Promise<Found<PersonEdit> | null> {
  const stored = await tx.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const { slug, name, family_name, gender, occupation, cv, contacts, state, public_from } = stored;
  return {
    input: {
      ...{ name, familyName: family_name, gender, occupation, cv, contacts },
      affiliations: await affiliationsOf(tx, id),
      representations: await representationsOf(tx, id),
      documents: await attachmentsOf(tx, "person", id),
    },
    standing: { state, public_from },
    title: { sq: name },
    publicUrl: personUrl(slug),
  };
}

async function setRest(tx: TenantTx, by: Doing, id: string, before: PersonEdit | null, input: PersonEdit) {
  if (!isSame(before?.affiliations, input.affiliations)) await setAffiliations(tx, by, id, input.affiliations);
  if (!isSame(before?.representations, input.representations))
    await setRepresentations(tx, by, id, input.representations);
  const person = await lockPerson(tx, id);
  const isChanged = await setAttachments(tx, by, "person", id, input.documents, releaseTimeOf(person));
  if (isChanged && person.state === "published") await raiseVersion(tx, "people");
}

export const personEditable = editable<PersonEdit>({
  entity: "person",
  elements: ["I.2.1"],
  schema: PersonEdit,
  rows: rowsById("people", { title: sql`jsonb_build_object('sq', name)`, words: sql`folded_text` }),
  find,
  async create(tx, by, input) {
    const { affiliations: _, representations: __, documents: ___, ...own } = input;
    const { id } = await createPerson(tx, by, own);
    await setRest(tx, by, id, null, input);
    return id;
  },
  async change(tx, by, id, input) {
    const { input: before } = (await find(tx, id))!;
    const { affiliations: _, representations: __, documents: ___, ...own } = changedOnly(before, input);
    if (Object.keys(own).length > 0) await changePerson(tx, by, id, own);
    await setRest(tx, by, id, before, input);
  },
  partFor(actor) {
    if (!hasOwnProfile(actor)) return null;
    return { rows: sql`people.id = ${actor.person}::uuid`, fields: ownToTell };
  },
  publish: publishPerson,
  wordsBeside: wordsOfPhotos("person"),
  withdraw: withdrawPerson,
  remove: removePerson,
});
