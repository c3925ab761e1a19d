import { oneOf, readQuery, typedText } from "../../http/list-query.ts";
import { dayIn } from "../../local-time.ts";
import { type ElementCode, elementByCode, type InBoth } from "../elements/catalogue.shared.ts";
import { bodyElement, bodyUrl, personUrl } from "../elements/item-urls.shared.ts";
import { titleOf } from "../elements/titles.ts";
import { type AnyRegister, type Register, type RegisterColumn, textColumns } from "../open-data/register.ts";
import { registerPath } from "../open-data/register-paths.shared.ts";
import { genders } from "../people/people.schema.ts";
import { type BodyFilters, type BodyRow, countBodies, findBodies } from "./bodies.queries.ts";
import { membershipFilters } from "./bodies.routes.ts";
import { type BodyKind, bodyKinds, endReasons, roles } from "./bodies.shared.ts";
import { choicesFrom } from "./body-words.ts";
import {
  countMembershipLines,
  findMembershipLines,
  type MembershipFilters,
  type MembershipRow,
} from "./memberships.queries.ts";

/** With its place in the list, from which the next batch goes on. */
type PlacedRow = BodyRow & { place: number };

const columns: RegisterColumn<PlacedRow>[] = [
  {
    name: "kind",
    kind: "choice",
    label: { sq: "Lloji", en: "Kind" },
    choices: choicesFrom("kind", bodyKinds),
    value: ({ kind }) => kind,
  },
  ...textColumns("name", { sq: "Emri", en: "Name" }, ({ name }: PlacedRow) => name),
  {
    name: "unit",
    kind: "text",
    label: { sq: "Njësia administrative", en: "Administrative unit" },
    value: (row) => row.unit,
  },
  { name: "leader", kind: "text", label: { sq: "Kush e drejton", en: "Led by" }, value: (row) => row.leader_name },
  {
    name: "leader_role",
    kind: "choice",
    label: { sq: "Roli i drejtuesit", en: "Role of the leader" },
    choices: choicesFrom("role", ["chair", "head", "liaison"]),
    value: (row) => row.leader_role,
  },
  { name: "members", kind: "integer", label: { sq: "Anëtarë", en: "Members" }, value: (row) => row.members },
  {
    name: "phone",
    kind: "text",
    label: { sq: "Telefoni", en: "Telephone" },
    value: (row) => row.contacts.phone ?? row.leader_contacts?.phone,
  },
  {
    name: "email",
    kind: "text",
    label: { sq: "Posta elektronike", en: "E-mail" },
    value: (row) => row.contacts.email ?? row.leader_contacts?.email,
  },
  ...textColumns("founding_act", { sq: "Krijuar me", en: "Founded by" }, ({ founding_act }: PlacedRow) => founding_act),
  { name: "begins_on", kind: "date", label: { sq: "Nga", en: "From" }, value: (row) => row.begins_on },
  { name: "ends_on", kind: "date", label: { sq: "Deri", en: "To" }, value: (row) => row.ends_on },
  {
    name: "url",
    kind: "link",
    label: { sq: "Faqja", en: "Page" },
    value: ({ kind, slug }, { locale, origin }) => origin + bodyUrl(kind, slug)[locale],
  },
];

interface KindFilters extends BodyFilters {
  kind: BodyKind | null;
}

function bodyRegister(
  given: Pick<Register<KindFilters, PlacedRow>, "name" | "title" | "description" | "path">,
  of: BodyKind | null,
): Register<KindFilters, PlacedRow> {
  const kindsOf = ({ kind }: KindFilters): readonly BodyKind[] => (kind ? [kind] : bodyKinds);
  return {
    ...given,
    areas: ["people"],
    columns,
    filters: (query) =>
      of
        ? { ...readQuery({ q: typedText, unit: typedText }, query), kind: of }
        : readQuery({ q: typedText, unit: typedText, kind: oneOf(bodyKinds) }, query),
    async total(tx, filters, now) {
      const units = await countBodies(tx, kindsOf(filters), filters, now);
      return units
        .filter(({ unit }) => filters.unit === null || unit === filters.unit)
        .reduce((sum, { count }) => sum + count, 0);
    },
    async batch(tx, filters, now, after, size) {
      const offset = after ? after.place + 1 : 0;
      const rows = await findBodies(tx, kindsOf(filters), filters, dayIn(now), now, { limit: size, offset });
      return rows.map((row, at) => ({ ...row, place: offset + at }));
    },
    asked: ({ q, unit, kind }) => (of ? { q, unit } : { q, unit, kind }),
  };
}

const ofKind = (kind: BodyKind, name: string, description: InBoth) => {
  const code = bodyElement(kind);
  return bodyRegister({ name, title: titleOf(code), description, path: elementByCode(code).path }, kind);
};

const lineColumns: RegisterColumn<MembershipRow>[] = [
  {
    name: "body_kind",
    kind: "choice",
    label: { sq: "Lloji i organit", en: "Kind of body" },
    choices: choicesFrom("kind", bodyKinds),
    value: (row) => row.body_kind,
  },
  ...textColumns("body", { sq: "Organi", en: "Body" }, (row: MembershipRow) => row.body_name),
  {
    name: "unit",
    kind: "text",
    label: { sq: "Njësia administrative", en: "Administrative unit" },
    value: (row) => row.body_unit,
  },
  { name: "name", kind: "text", label: { sq: "Emri", en: "Name" }, value: (row) => row.name },
  {
    name: "gender",
    kind: "choice",
    label: { sq: "Gjinia", en: "Gender" },
    choices: choicesFrom("gender", genders),
    value: (row) => row.gender,
  },
  {
    name: "role",
    kind: "choice",
    label: { sq: "Roli", en: "Role" },
    choices: choicesFrom("role", roles),
    value: (row) => row.role,
  },
  ...textColumns("title", { sq: "Detyra", en: "Post" }, (row: MembershipRow) => row.title),
  { name: "begins_on", kind: "date", label: { sq: "Nga", en: "From" }, value: (row) => row.begins_on },
  { name: "ends_on", kind: "date", label: { sq: "Deri", en: "To" }, value: (row) => row.ends_on },
  {
    name: "end_reason",
    kind: "choice",
    label: { sq: "Pse mbaroi", en: "Why it ended" },
    choices: choicesFrom("end", endReasons),
    value: (row) => row.end_reason,
  },
  ...textColumns("how_chosen", { sq: "Si u zgjodh", en: "How chosen" }, (row: MembershipRow) => row.how_chosen),
  {
    name: "url",
    kind: "link",
    label: { sq: "Faqja", en: "Page" },
    value: ({ slug }, { locale, origin }) => origin + personUrl(slug)[locale],
  },
];

const lineRegister = (
  given: Pick<Register<MembershipFilters, MembershipRow>, "name" | "title" | "description" | "path">,
  kinds: readonly BodyKind[],
): Register<MembershipFilters, MembershipRow> => ({
  ...given,
  areas: ["people"],
  columns: lineColumns,
  filters: (query) => readQuery(membershipFilters, query),
  async total(tx, filters, now) {
    const facets = await countMembershipLines(tx, kinds, filters, dayIn(now), now);
    return facets.find(({ facet }) => facet === "total")!.count;
  },
  batch: (tx, filters, now, after, size) =>
    findMembershipLines(tx, kinds, filters, dayIn(now), now, { limit: size, after }),
});

const register: ElementCode = "II.5.2";

export const bodiesRegisters: readonly AnyRegister[] = [
  ofKind("committee", "committees", {
    sq: "Një rresht për çdo komision të Këshillit, me kryetarin, numrin e anëtarëve dhe kontaktet.",
    en: "A row for each committee of the Council, with its chair, the number of members and contacts.",
  }),
  ofKind("board", "boards", {
    sq: "Një rresht për çdo bord ose komitet qytetarësh, me aktin e krijimit, kryetarin dhe kontaktet.",
    en: "A row for each citizens’ board or committee, with its founding act, chair and contacts.",
  }),
  lineRegister(
    {
      name: "board_members",
      title: titleOf(register),
      description: {
        sq: "Një rresht për çdo anëtarësi në bordet e qytetarëve: kush, në cilin rol, nga kur deri kur, si u zgjodh.",
        en: "A row for each membership in the citizens’ boards: who, in which role, from when to when, how chosen.",
      },
      path: elementByCode(register).path,
    },
    ["board"],
  ),
  ofKind("village", "villages", {
    sq: "Një rresht për çdo fshat, me njësinë administrative, kryetarin e fshatit dhe kontaktet.",
    en: "A row for each village, with its administrative unit, village head and contacts.",
  }),
  ofKind("neighbourhood", "neighbourhoods", {
    sq: "Një rresht për çdo këshill komunitar lagjeje, me ndërlidhësin komunitar dhe kontaktet.",
    en: "A row for each neighbourhood community council, with its community liaison and contacts.",
  }),
  bodyRegister(
    {
      name: "bodies",
      title: { sq: "Organet", en: "Bodies" },
      description: {
        sq: "Një rresht për çdo organ: këshilli, komisionet, bordet, fshatrat, lagjet dhe sekretariati.",
        en: "A row for each body: the Council, committees, boards, villages, neighbourhoods and the secretariat.",
      },
      path: registerPath("bodies"),
    },
    null,
  ),
  lineRegister(
    {
      name: "memberships",
      title: { sq: "Anëtarësitë në organe", en: "Memberships in bodies" },
      description: {
        sq: "Një rresht për çdo rol të një personi në një organ të çdo lloji, nga kur deri kur.",
        en: "A row for each role of a person in a body of any kind, from when to when.",
      },
      path: registerPath("memberships"),
    },
    bodyKinds,
  ),
];
