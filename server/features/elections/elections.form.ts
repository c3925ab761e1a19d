import { phrases } from "../../http/phrases.ts";
import {
  choice,
  documentRows,
  type FormOf,
  group,
  inBoth,
  line,
  lines,
  pick,
  plain,
  required,
  rows,
} from "../editing/form-fields.ts";
import { partiesList, termsList } from "../editing/pick-lists.ts";
import { electionKinds } from "./elections.shared.ts";

export const electionForm: FormOf = async ({ tx, locale }) => {
  const t = phrases(locale, "forms");
  const elections = phrases(locale, "elections");
  const kinds = electionKinds.map((value) => ({ value, label: elections(`kind.${value}`) }));
  return {
    fields: [
      group(t("election_what"), [
        choice("kind", t("election_kind"), kinds, { ...required, none: t("choose") }),
        plain("day", "heldOn", t("election_day"), required),
        pick("termId", t("term"), "terms", { none: t("none") }),
        plain("number", "seats", t("election_seats"), required),
        plain("number", "electorate", t("electorate")),
        plain("number", "voters", t("voters")),
        plain("number", "validBallots", t("valid_ballots")),
        plain("number", "invalidBallots", t("invalid_ballots")),
      ]),
      rows("lists", t("lists"), {
        ...{ add: t("add_list"), one: t("list"), hint: t("lists_hint"), required: true },
        fields: [
          line("name", t("name"), { ...inBoth, ...required, maximum: 200 }),
          line("shortName", t("short_name"), { ...required, maximum: 20 }),
          pick("partyId", t("party"), "parties", { none: t("none") }),
          plain("number", "votes", t("votes"), required),
          plain("number", "seats", t("seats"), required),
        ],
      }),
      group(t("election_source"), [
        line("source", t("source"), { ...inBoth, maximum: 300, hint: t("source_hint") }),
        plain("link", "sourceUrl", t("link"), { hint: t("link_hint") }),
        lines("note", t("note"), { ...inBoth, maximum: 2_000 }),
      ]),
      documentRows(locale, { roles: ["results"] }),
    ],
    lists: {
      parties: await partiesList(tx, locale),
      terms: await termsList(tx),
    },
  };
};
