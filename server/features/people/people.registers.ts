import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { aSlug, readQuery } from "../../http/list-query.ts";
import { dayIn } from "../../local-time.ts";
import { endReasons } from "../bodies/bodies.shared.ts";
import { choicesFrom } from "../bodies/body-words.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { personUrl } from "../elements/item-urls.shared.ts";
import { titleOf } from "../elements/titles.ts";
import { type AnyRegister, type Register, textColumns } from "../open-data/register.ts";
import { registerPath } from "../open-data/register-paths.shared.ts";
import { publicMemberships } from "./members.queries.ts";
import { readMemberRows } from "./members-page.ts";
import { type Listed, listedMembers, type MemberFilters, passing } from "./members-view.ts";
import { type PartyBook, readParties } from "./parties.queries.ts";
import { memberFilters } from "./people.routes.ts";
import { genders } from "./people.schema.ts";

interface MemberRow extends Listed {
  term: string;
  sits: boolean;
}

async function memberRows(tx: TenantTx, filters: MemberFilters, now: Date): Promise<MemberRow[]> {
  const rows = await readMemberRows(tx, filters.term, dayIn(now), now);
  if (!rows) return [];
  const { sitting, former } = listedMembers(rows);
  const passes = passing(filters);
  const of = (listed: readonly Listed[], sits: boolean) =>
    listed.filter((one) => passes(one)).map((one) => ({ ...one, term: rows.term.slug, sits }));
  return [...of(sitting, true), ...of(former, false)];
}
const isSame = (a: MemberRow, b: MemberRow) => a.row.seat === b.row.seat && a.row.begins_on === b.row.begins_on;

const members: Register<MemberFilters, MemberRow> = {
  name: "members",
  title: titleOf("I.2.1"),
  description: {
    sq: "Një rresht për çdo anëtar të Këshillit në mandatin në fuqi ose në atë që kërkohet, në radhën e vetë Këshillit.",
    en: "A row for each member of the Council in the running term or the one asked for, in the Council’s own order.",
  },
  path: elementByCode("I.2.1").path,
  areas: ["people"],
  columns: [
    { name: "term", kind: "text", label: { sq: "Mandati", en: "Term" }, value: ({ term }) => term },
    { name: "seat", kind: "integer", label: { sq: "Vendi", en: "Seat" }, value: ({ view }) => view.seat },
    { name: "name", kind: "text", label: { sq: "Emri", en: "Name" }, value: ({ view }) => view.name },
    {
      name: "family_name",
      kind: "text",
      label: { sq: "Mbiemri", en: "Family name" },
      value: ({ row }) => row.family_name,
    },
    {
      name: "gender",
      kind: "choice",
      label: { sq: "Gjinia", en: "Gender" },
      choices: choicesFrom("gender", genders),
      value: ({ view }) => view.gender,
    },
    {
      name: "role",
      kind: "choice",
      label: { sq: "Roli në Këshill", en: "Role in the Council" },
      choices: choicesFrom("role", ["chair", "deputy_chair", "secretary", "member"]),
      value: ({ view }) => view.role ?? "member",
    },
    {
      name: "affiliation",
      kind: "choice",
      label: { sq: "Përkatësia politike", en: "Political affiliation" },
      choices: [
        { value: "party", label: { sq: "Anëtar i partisë", en: "Member of the party" } },
        { value: "list", label: { sq: "Zgjedhur në listën", en: "Elected on the list" } },
        { value: "none", label: { sq: "Asnjë parti", en: "No party" } },
        { value: "unknown", label: { sq: "Nuk dihet", en: "Not known" } },
      ],
      value: ({ view }) => view.affiliation.kind,
    },
    {
      name: "party",
      kind: "text",
      label: { sq: "Partia (shkurt)", en: "Party (short)" },
      value: ({ view }) => view.affiliation.party?.shortName,
    },
    ...textColumns("party_name", { sq: "Partia", en: "Party" }, ({ view }: MemberRow) => view.affiliation.party?.name),
    ...textColumns("occupation", { sq: "Profesioni", en: "Occupation" }, ({ view }: MemberRow) => view.occupation),
    ...(["sq", "en"] as const).map((locale) => ({
      name: `committees_${locale}`,
      kind: "text" as const,
      label: { sq: `Komisionet (${locale})`, en: `Committees (${locale})` },
      value: ({ view }: MemberRow) => view.committees.map(({ name }) => name[locale] || name.sq).join("; "),
    })),
    { name: "begins_on", kind: "date", label: { sq: "Nga", en: "From" }, value: ({ view }) => view.beginsOn },
    { name: "ends_on", kind: "date", label: { sq: "Deri", en: "To" }, value: ({ view }) => view.endsOn },
    {
      name: "end_reason",
      kind: "choice",
      label: { sq: "Pse mbaroi", en: "Why it ended" },
      choices: choicesFrom("end", endReasons),
      value: ({ view }) => view.endReason,
    },
    { name: "sits", kind: "boolean", label: { sq: "Në detyrë", en: "In office" }, value: ({ sits }) => sits },
    {
      name: "url",
      kind: "link",
      label: { sq: "Faqja", en: "Page" },
      value: ({ view }, { locale, origin }) => origin + view.url[locale],
    },
  ],
  filters: (query) => readQuery(memberFilters, query),
  total: async (tx, filters, now) => (await memberRows(tx, filters, now)).length,
  async batch(tx, filters, now, after, size) {
    const rows = await memberRows(tx, filters, now);
    const from = after ? rows.findIndex((row) => isSame(row, after)) + 1 : 0;
    return rows.slice(from, from + size);
  },
};

const findMandates = (tx: TenantTx, term: string | null, now: Date) =>
  publicMemberships(tx, now)
    .innerJoin("terms as t", "t.id", "m.term_id")
    .where("b.kind", "=", "council")
    .where("m.seat", "is not", null)
    .$if(term !== null, (query) => query.where("t.slug", "=", term!));

async function mandateRows(tx: TenantTx, term: string | null, now: Date, after: MandateKey | null, size: number) {
  const [rows, parties] = await Promise.all([
    findMandates(tx, term, now)
      .select(["t.slug as term", "t.begins_on as term_begins", "m.seat", "m.party_id", "m.begins_on", "m.ends_on"])
      .select(["m.end_reason", "m.end_note", "m.id", "p.slug", "p.name"])
      .$if(after !== null, (query) =>
        query.where(
          sql<boolean>`(t.begins_on, m.seat, m.begins_on, m.id) > (${after?.term_begins}::date, ${after?.seat}::integer, ${after?.begins_on}::date, ${after?.id}::uuid)`,
        ),
      )
      .orderBy("t.begins_on")
      .orderBy("m.seat")
      .orderBy("m.begins_on")
      .orderBy("m.id")
      .limit(size)
      .execute(),
    readParties(tx),
  ]);
  return rows.map((row) => ({ ...row, list: listOf(parties, row) }));
}
interface MandateKey {
  term_begins: string;
  seat: number | null;
  begins_on: string;
  id: string;
}
const listOf = (parties: PartyBook, { party_id, begins_on }: { party_id: string | null; begins_on: string }) =>
  party_id ? parties(party_id, begins_on) : null;
type MandateRow = Awaited<ReturnType<typeof mandateRows>>[number];

const mandates: Register<{ term: string | null }, MandateRow> = {
  name: "mandates",
  title: { sq: "Mandatet e këshilltarëve", en: "Mandates of councillors" },
  description: {
    sq: "Një rresht për çdo mbajtës të një vendi në Këshill në çdo mandat, me listën, ditët dhe arsyen e largimit.",
    en: "A row for each holder of a seat in the Council in each term, with the list, the days and why they left.",
  },
  path: registerPath("mandates"),
  areas: ["people"],
  columns: [
    { name: "term", kind: "text", label: { sq: "Mandati", en: "Term" }, value: ({ term }) => term },
    { name: "seat", kind: "integer", label: { sq: "Vendi", en: "Seat" }, value: ({ seat }) => seat },
    { name: "name", kind: "text", label: { sq: "Emri", en: "Name" }, value: ({ name }) => name },
    {
      name: "list",
      kind: "text",
      label: { sq: "Lista (shkurt)", en: "List (short)" },
      value: ({ list }) => list?.shortName,
    },
    ...textColumns("list_name", { sq: "Lista", en: "List" }, ({ list }: MandateRow) => list?.name),
    { name: "begins_on", kind: "date", label: { sq: "Nga", en: "From" }, value: ({ begins_on }) => begins_on },
    { name: "ends_on", kind: "date", label: { sq: "Deri", en: "To" }, value: ({ ends_on }) => ends_on },
    {
      name: "end_reason",
      kind: "choice",
      label: { sq: "Pse mbaroi", en: "Why it ended" },
      choices: choicesFrom("end", endReasons),
      value: ({ end_reason }) => end_reason,
    },
    ...textColumns("end_note", { sq: "Shënim", en: "Note" }, ({ end_note }: MandateRow) => end_note),
    {
      name: "url",
      kind: "link",
      label: { sq: "Faqja", en: "Page" },
      value: ({ slug }, { locale, origin }) => origin + personUrl(slug)[locale],
    },
  ],
  filters: (query) => readQuery({ term: aSlug }, query),
  total: async (tx, { term }, now) =>
    (
      await findMandates(tx, term, now)
        .select((eb) => eb.fn.countAll<number>().as("total"))
        .executeTakeFirstOrThrow()
    ).total,
  batch: (tx, { term }, now, after, size) => mandateRows(tx, term, now, after, size),
};

export const peopleRegisters: readonly AnyRegister[] = [members, mandates];
