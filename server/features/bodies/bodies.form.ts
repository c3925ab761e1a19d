import { phrases } from "../../http/phrases.ts";
import {
  choice,
  type FormOf,
  group,
  hidden,
  inBoth,
  line,
  pick,
  plain,
  required,
  rich,
  rows,
} from "../editing/form-fields.ts";
import { partiesList, termsList } from "../editing/pick-lists.ts";
import { contactFields } from "../people/people.form.ts";
import { roles as allRoles, type BodyKind, bodyKinds, endReasons, rolesIn, streamedKinds } from "./bodies.shared.ts";

export const bodyForm: FormOf = async ({ tx, locale, input }) => {
  const t = phrases(locale, "forms");
  const people = phrases(locale, "people");
  const { kind } = (input ?? {}) as { kind?: BodyKind };
  const kinds = bodyKinds.map((value) => ({ value, label: people(`kind.${value}`) }));
  const roles = (kind ? rolesIn[kind] : allRoles).map((value) => ({ value, label: people(`role.${value}`) }));
  const reasons = endReasons.map((value) => ({ value, label: people(`end.${value}`) }));
  const choose = { ...required, none: t("choose") };
  const seat = [
    pick("termId", t("term"), "terms", { none: t("none") }),
    plain("number", "seat", t("seat"), { hint: t("seat_hint") }),
    pick("partyId", t("seat_party"), "parties", { none: t("none") }),
  ];
  return {
    fields: [
      group(t("body_what"), [
        kind
          ? {
              ...{ kind: "fixed", name: "kind", label: t("body_kind"), value: kind, shown: people(`kind.${kind}`) },
            }
          : choice("kind", t("body_kind"), kinds, choose),
        line("name", t("name"), { ...inBoth, ...required, maximum: 200 }),
        rich("functions", t("functions"), { maximum: 20_000 }),
        rich("duties", t("duties"), { maximum: 20_000 }),
        line("foundingAct", t("founding_act"), { ...inBoth, maximum: 300 }),
        line("unit", t("unit"), { maximum: 80, hint: t("unit_hint") }),
        plain("day", "beginsOn", t("from")),
        plain("day", "endsOn", t("until")),
        plain("number", "position", t("position"), { hint: t("position_hint") }),
        ...(!kind || streamedKinds.includes(kind)
          ? [
              plain("link", "streamUrl", t("stream"), {
                hint: t(kind === "council" ? "stream_council_hint" : "stream_hint"),
              }),
            ]
          : []),
      ]),
      contactFields(locale),
      rows("memberships", t("memberships"), {
        ...{ add: t("add_member"), one: t("membership"), hint: t("memberships_hint") },
        says: ["personId", "role", "beginsOn", "endsOn"],
        fields: [
          hidden("id"),
          pick("personId", t("person"), "people", { ...choose, isFixed: true }),
          choice("role", t("body_role"), roles, choose),
          line("title", t("post"), { ...inBoth, maximum: 200 }),
          plain("day", "beginsOn", t("from"), required),
          plain("day", "endsOn", t("until")),
          choice("endReason", t("end_reason"), reasons, { none: t("none") }),
          ...(!kind || kind === "council" ? seat : []),
          line("howChosen", t("how_chosen"), { ...inBoth, maximum: 500 }),
          line("endNote", t("end_note"), { ...inBoth, maximum: 500 }),
          plain("number", "position", t("position")),
        ],
      }),
    ],
    lists: {
      parties: await partiesList(tx, locale),
      terms: await termsList(tx),
    },
  };
};
