import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { fold } from "../../fold.shared.ts";
import { shortText, wholeNumber, writtenDay } from "../../import/cells.schema.ts";
import { attempt, type Import, type ImportContext, type Numbered, type RowProblem } from "../../import/import.ts";
import { numericDay } from "../../local-time.ts";
import type { Doing } from "../audit/audit.service.ts";
import { bodyNotFound } from "../bodies/bodies.errors.ts";
import type { MembershipInput } from "../bodies/bodies.schema.ts";
import { endReasons } from "../bodies/bodies.shared.ts";
import { addMembership, changeMembership, removeMembership } from "../bodies/memberships.service.ts";
import { takeAway } from "../editing/removing.service.ts";
import { memberColumns, seatRoles } from "./members.import-columns.ts";
import { personEditable } from "./people.editable.ts";
import { genders } from "./people.schema.ts";
import { changePerson, createPerson, publishPerson } from "./people.service.ts";

/** A row is one holder of one seat in one term. */
const Row = v.object(
  {
    term: shortText(40),
    seat: wholeNumber,
    name: shortText(120),
    family_name: v.optional(shortText(80)),
    gender: v.optional(v.picklist(genders, "import.unknown_value")),
    role: v.optional(v.picklist(seatRoles, "import.unknown_value"), "member"),
    party: v.optional(shortText(120)),
    occupation_sq: v.optional(shortText(300)),
    occupation_en: v.optional(shortText(300)),
    phone: v.optional(shortText(40)),
    email: v.optional(shortText(254)),
    begins_on: writtenDay,
    ends_on: v.optional(writtenDay),
    end_reason: v.optional(v.picklist(endReasons, "import.unknown_value")),
  },
  "text.required",
);
type Line = Numbered<v.InferOutput<typeof Row>>;

/** The columns of what the services call otherwise. */
const columnOf: Record<string, string> = {
  familyName: "family_name",
  occupation: "occupation_sq",
  termId: "term",
  partyId: "party",
  beginsOn: "begins_on",
  endsOn: "ends_on",
  endReason: "end_reason",
};
const placeIn =
  ({ line }: Line) =>
  (path: string) => {
    const [name = "", part = ""] = path.split(".");
    if (name === "contacts") return { line, column: part };
    return { line, column: name ? (columnOf[name] ?? name) : null };
  };

/** Parties by their address and by every short name that they had. */
async function partiesByName(tx: TenantTx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom("parties as p")
    .innerJoin("party_names as n", "n.party_id", "p.id")
    .select(["p.id", "p.slug", "n.short_name"])
    .execute();
  return new Map(
    rows.flatMap(({ id, slug, short_name }) => [slug, short_name].map((name) => [fold(name), id] as const)),
  );
}

/**
 * Somebody of the name who holds or held a seat, or was withdrawn and belongs to nothing, as by an import that was taken
 * back. Two councillors of one name are told apart by hand.
 */
const findCouncillor = (tx: TenantTx, bodyId: string, name: string) =>
  tx
    .selectFrom("people as p")
    .leftJoin("memberships as m", "m.person_id", "p.id")
    .where("p.name", "=", name)
    .where((eb) =>
      eb.or([eb("m.body_id", "=", bodyId), eb.and([eb("m.id", "is", null), eb("p.state", "=", "withdrawn")])]),
    )
    .select(["p.id", "p.state"])
    .orderBy("p.id")
    .limit(1)
    .executeTakeFirst();

interface Known {
  bodyId: string;
  termId: string;
  partyId: string | null;
}

/** What the file says of the person; what it does not say stays as it is. */
function personOf(row: Line) {
  const { name, family_name, gender, occupation_sq, occupation_en, phone, email } = row;
  return {
    name,
    familyName: family_name ?? name.split(" ").at(-1)!,
    ...(gender && { gender }),
    ...(occupation_sq && { occupation: { sq: occupation_sq, en: occupation_en } }),
    ...((phone || email) && { contacts: { phone, email } }),
  };
}

async function bringIn(tx: TenantTx, by: Doing, row: Line, known: Known, { options, made, changed }: ImportContext) {
  const there = await findCouncillor(tx, known.bodyId, row.name);
  const isBack = there?.state === "withdrawn";
  if (there && (options.replace || isBack)) await changePerson(tx, by, there.id, personOf(row));
  const personId = there?.id ?? (await createPerson(tx, by, personOf(row))).id;
  if (options.publish && there?.state !== "published") await publishPerson(tx, by, personId);
  if (!there || isBack) made("person", personId, row.line);
  else if (options.replace) changed("person", personId, row.line);
  const days = { beginsOn: row.begins_on, endsOn: row.ends_on, endReason: row.end_reason };
  const seat = { ...days, termId: known.termId, seat: row.seat, partyId: known.partyId, position: row.seat };
  const held = await tx
    .selectFrom("memberships")
    .where("body_id", "=", known.bodyId)
    .where("person_id", "=", personId)
    .where("begins_on", "=", row.begins_on)
    .select(["id", "role"])
    .execute();
  const inRole = (role: Line["role"]) => (options.replace ? held.find((one) => one.role === role) : undefined);
  const add = async (membership: Omit<MembershipInput, "bodyId" | "personId">) => {
    const { id } = await addMembership(tx, by, { bodyId: known.bodyId, personId, ...membership });
    made("membership", id, row.line);
  };
  const member = inRole("member");
  if (member) {
    await changeMembership(tx, by, member.id, seat);
    changed("membership", member.id, row.line);
  } else await add({ role: "member", ...seat });
  if (row.role === "member" || inRole(row.role)) return;
  await add({ role: row.role, ...days });
}

/** Members of the council with their seats; the register's own table can be read again. The terms must be there. */
export const membersImport: Import<typeof Row> = {
  title: { sq: "Anëtarët e Këshillit", en: "Members of the Council" },
  columns: memberColumns,
  ignored: [
    ...["gender_label", "role_label", "affiliation", "affiliation_label", "party_name_sq", "party_name_en"],
    ...["committees_sq", "committees_en", "end_reason_label", "sits", "url"],
  ],
  row: Row,
  async examples(tx): Promise<Record<string, string>> {
    const term = await tx
      .selectFrom("terms")
      .select(["slug", "begins_on"])
      .orderBy("begins_on", "desc")
      .executeTakeFirst();
    return term ? { term: term.slug, begins_on: numericDay(term.begins_on) } : {};
  },
  async write(tx, by, rows, _options, context) {
    const council = await tx.selectFrom("bodies").where("kind", "=", "council").select("id").executeTakeFirst();
    if (!council) throw bodyNotFound();
    const termRows = await tx.selectFrom("terms").select(["id", "slug"]).execute();
    const terms = new Map(termRows.map(({ id, slug }) => [slug, id]));
    const parties = await partiesByName(tx);
    const problems: RowProblem[] = [];
    let members = 0;
    for (const row of rows) {
      const termId = terms.get(row.term);
      const partyId = row.party ? parties.get(fold(row.party)) : null;
      if (!termId) problems.push({ line: row.line, column: "term", code: "bodies.term_not_found" });
      if (partyId === undefined) problems.push({ line: row.line, column: "party", code: "parties.unknown" });
      if (!termId || partyId === undefined) continue;
      const known = { bodyId: council.id, termId, partyId };
      const outcome = await attempt(tx, placeIn(row), () => bringIn(tx, by, row, known, context));
      if ("problems" in outcome) problems.push(...outcome.problems);
      else members += 1;
    }
    return { made: { members }, problems };
  },
  undo: {
    membership: {
      async takeBack(tx, by, id) {
        await removeMembership(tx, by, id);
        return "deleted";
      },
    },
    person: {
      takeBack: (tx, by, id) => takeAway(tx, by, personEditable, id),
    },
  },
};
