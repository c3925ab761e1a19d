import type * as v from "valibot";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import { followName, underFreeSlug } from "../../db/free-slug.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanLocalizedHtml } from "../../html.ts";
import { parsed } from "../../http/validated.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { registerText } from "../../search/register-text.ts";
import type { Rendition } from "../albums/albums.tables.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { releaseAttachments, removeAttachments } from "../documents/attachments.service.ts";
import { publishedAt, recordStanding, takenBack } from "../lifecycle/lifecycle.ts";
import { slugOf } from "../publications/slug.ts";
import { personIsPublic, personNotFound, personNotPublished, personPublicAlready } from "./people.errors.ts";
import { PersonChange, PersonInput, PortraitText } from "./people.schema.ts";

/** The person, held so that two who change it at once come one after the other. */
export async function lockPerson(tx: TenantTx, id: string) {
  const person = await tx.selectFrom("people").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!person) throw personNotFound();
  return person;
}

const textOrNull = (text: LocalizedText | null | undefined) => (text ? json(text) : null);

function stored(input: v.InferOutput<typeof PersonInput>) {
  const { name, familyName, gender = null, occupation, cv, contacts } = input;
  return {
    name,
    family_name: familyName,
    gender,
    occupation: textOrNull(occupation),
    cv: textOrNull(cleanLocalizedHtml(cv)),
    contacts: json(contacts),
    folded_text: registerText(name, occupation),
  };
}

type StoredPerson = Awaited<ReturnType<typeof lockPerson>>;
/** A person as the audit remembers it: what people wrote, not what follows from it. */
const remembered = ({ slug, name, family_name, gender, occupation, cv, contacts }: StoredPerson) => ({
  ...{ slug, name, familyName: family_name, gender, occupation, cv, contacts },
});

/**
 * A person whom nobody sees yet. The address is made from the name and stays, whatever the name becomes.
 * @throws {InvalidInput}
 */
export async function createPerson(tx: TenantTx, by: Doing, given: PersonInput): Promise<{ id: string; slug: string }> {
  const input = parsed(PersonInput, given);
  const made = await underFreeSlug(input.slug ?? slugOf(input.name), (slug) =>
    tx
      .insertInto("people")
      .values({
        ...stored(input),
        slug,
        photo_alternative: null,
        photo_width: null,
        photo_height: null,
        photo_sha256: null,
        photo_renditions: "[]",
        public_from: null,
        created_at: by.now,
        updated_at: by.now,
      })
      .onConflict((conflict) => conflict.columns(["tenant_id", "slug"] as never).doNothing())
      .returning(["id", "slug"])
      .executeTakeFirst(),
  );
  const after = remembered(await lockPerson(tx, made.id));
  await recordChange(tx, by, "person.created", "person", made.id, null, after);
  return made;
}

/**
 * Changes what is given and leaves all else.
 * @throws {InvalidInput} `people.not_found`
 */
export async function changePerson(tx: TenantTx, by: Doing, id: string, change: PersonChange): Promise<void> {
  const asked = parsed(PersonChange, change);
  const person = await lockPerson(tx, id);
  const { slug: _, ...whole } = remembered(person);
  // What was not given must not come back as an empty default.
  const given = Object.fromEntries(Object.entries(asked).filter(([name]) => Object.hasOwn(change, name)));
  const input = parsed(PersonInput, { ...whole, ...given });
  await tx
    .updateTable("people")
    .set({ ...stored(input), updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await followName(tx, "people", person, [slugOf(whole.name), slugOf(input.name)]);
  if (person.state === "published") await raiseVersion(tx, "people");
  const after = remembered(await lockPerson(tx, id));
  await recordChange(tx, by, "person.changed", "person", id, remembered(person), after);
}

/**
 * Publishes at an instant: now, or later by itself. A schedule that has not come may be moved. The files follow.
 * @throws `people.not_found`, `people.already_public`
 */
export async function publishPerson(tx: TenantTx, by: Doing, id: string, at: Date = by.now): Promise<void> {
  const before = await lockPerson(tx, id);
  const after = publishedAt(before, by, at, personPublicAlready);
  await tx
    .updateTable("people")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseAttachments(tx, "person", id, at);
  await raiseVersion(tx, "people");
  await recordStanding(tx, by, ["person", id], before, after);
}

/**
 * Takes a person from the site, with the photo and all files. What remains of a person is nobody's business: the address
 * answers as if there had never been one, other than that of a withdrawn act or body. It is made of the name, so that a
 * reason there would be told of somebody by name, for good, and to whoever guesses names. Who left office is not withdrawn
 * and keeps their page; who is, was entered by mistake or asked to be forgotten.
 * @throws `people.not_found`, `people.not_published`
 */
export async function withdrawPerson(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const before = await lockPerson(tx, id);
  const after = takenBack(before, by, personNotPublished);
  await tx
    .updateTable("people")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseAttachments(tx, "person", id, null);
  await raiseVersion(tx, "people");
  await recordStanding(tx, by, ["person", id], before, after);
}

/** A portrait whose original and renditions are stored already; see `uploadPortrait`. */
export interface StoredPortrait {
  alternative: LocalizedText;
  /** Pixels. */
  width: number;
  height: number;
  originalSha256: string;
  renditions: Rendition[];
}

/**
 * Sets, changes or (`null`) takes away somebody's photo. Its original must be among the council's files.
 * @throws {InvalidInput} `people.not_found`
 */
export async function setPersonPhoto(tx: TenantTx, by: Doing, id: string, photo: StoredPortrait | null): Promise<void> {
  const before = await lockPerson(tx, id);
  const alternative = photo && parsed(PortraitText, photo.alternative);
  await tx
    .updateTable("people")
    .set({
      photo_alternative: textOrNull(alternative),
      photo_width: photo?.width ?? null,
      photo_height: photo?.height ?? null,
      photo_sha256: photo?.originalSha256 ?? null,
      photo_renditions: json(photo?.renditions ?? []),
      updated_at: by.now,
    })
    .where("id", "=", id)
    .execute();
  if (before.state === "published") await raiseVersion(tx, "people");
  const was = before.photo_sha256 && { alternative: before.photo_alternative, sha256: before.photo_sha256 };
  const is = photo && { alternative, sha256: photo.originalSha256 };
  await recordChange(tx, by, "person.photo_set", "person", id, was || null, is);
}

/**
 * Says anew what is seen on somebody's photo.
 * @throws {InvalidInput} `people.not_found`
 */
export async function describePersonPhoto(tx: TenantTx, by: Doing, id: string, given: LocalizedText): Promise<void> {
  const { state, photo_alternative: before } = await lockPerson(tx, id);
  const alternative = parsed(PortraitText, given);
  await tx
    .updateTable("people")
    .set({ photo_alternative: json(alternative), updated_at: by.now })
    .where("id", "=", id)
    .where("photo_sha256", "is not", null)
    .execute();
  if (state === "published") await raiseVersion(tx, "people");
  await recordChange(tx, by, "person.photo_described", "person", id, { alternative: before }, { alternative });
}

/**
 * Takes away a person who is not public, with all that was entered of them alone. Whoever is a member of something stays.
 * @throws `people.not_found`, `people.is_public`
 */
export async function removePerson(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const person = await lockPerson(tx, id);
  if (person.state === "published") throw personIsPublic();
  await removeAttachments(tx, by, "person", id);
  await tx.deleteFrom("people").where("id", "=", id).execute();
  await recordChange(tx, by, "person.removed", "person", id, remembered(person), null);
}
