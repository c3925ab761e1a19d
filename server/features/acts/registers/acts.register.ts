import { type AttachedDocument, documentsOf } from "../../documents/attachments.queries.ts";
import type { DocumentHistory } from "../../documents/documents.schema.ts";
import { elementByCode } from "../../elements/catalogue.shared.ts";
import { titleOf } from "../../elements/titles.ts";
import { type Register, type RegisterColumn, textColumns } from "../../open-data/register.ts";
import { type ActFilters, actFilters } from "../act-filters.ts";
import { bodyView, summaryView } from "../act-view.ts";
import { countActs, findBatch, type ListedAct } from "../acts.queries.ts";
import { forces, prefectStates } from "../acts.shared.ts";
import { natureColumn, proposerKindColumn, subjectColumn } from "../matter-columns.ts";
import { actChoices, addressColumn, citedColumns } from "./columns.ts";

interface Held {
  row: ListedAct;
  documents: AttachedDocument[];
}

const dateColumn = (
  name: "announced_on" | "notified_on" | "in_force_on" | "repealed_on",
  sq: string,
  en: string,
): RegisterColumn<Held> => ({ name, kind: "date", label: { sq, en }, value: ({ row }) => row[name] });
const countColumn = (
  name: "votes_for" | "votes_against" | "abstentions",
  sq: string,
  en: string,
): RegisterColumn<Held> => ({ name, kind: "integer", label: { sq, en }, value: ({ row }) => row[name] });

const { path } = elementByCode("I.3.6");
const absolute = (origin: string) => (document: DocumentHistory) => ({ ...document, url: origin + document.url });

export const actsRegister: Register<ActFilters, Held> = {
  name: "acts",
  title: titleOf("I.3.6"),
  description: {
    sq: "Një rresht për çdo akt të publikuar: numri, datat, nëse është në fuqi, verifikimi nga prefekti dhe votat.",
    en: "A row for each published act: its number, dates, whether it is in force, the prefect’s review and the votes.",
  },
  path,
  areas: ["acts", "meetings", "people", "deadlines"],
  columns: [
    ...citedColumns(({ row }: Held) => row),
    ...textColumns("summary", { sq: "Përmbledhja", en: "Summary" }, ({ row }: Held) => row.summary),
    natureColumn(({ row }: Held) => row.nature),
    subjectColumn(({ row }: Held) => row.subject),
    ...textColumns("body", { sq: "Miratuar nga", en: "Adopted by" }, ({ row }: Held) => bodyView(row).name),
    proposerKindColumn(({ row }: Held) => row.proposer_kind),
    dateColumn("announced_on", "Shpallur", "Announced"),
    dateColumn("notified_on", "Njoftuar personave", "Persons notified"),
    dateColumn("in_force_on", "Hyn në fuqi", "Comes into force"),
    dateColumn("repealed_on", "Shfuqizuar", "Repealed"),
    {
      name: "force",
      kind: "choice",
      label: { sq: "Gjendja sot", en: "State today" },
      choices: actChoices("force.", forces),
      value: ({ row }) => row.force,
    },
    {
      name: "prefect_state",
      kind: "choice",
      label: { sq: "Verifikimi nga prefekti", en: "Prefect’s review" },
      choices: actChoices("prefect.", prefectStates),
      value: ({ row }) => row.shown_prefect_state,
    },
    countColumn("votes_for", "Vota pro", "Votes for"),
    countColumn("votes_against", "Vota kundër", "Votes against"),
    countColumn("abstentions", "Abstenime", "Abstentions"),
    {
      name: "files",
      kind: "text",
      label: { sq: "Skedarët", en: "Files" },
      value: ({ documents }, { origin }) => documents.map(({ url }) => origin + url).join(" "),
    },
    addressColumn(({ row }) => row.slug),
  ],
  filters: actFilters,
  asked: ({ asked: _, ...filters }) => filters,
  total: countActs,
  async batch(tx, filters, now, after, size) {
    const rows = await findBatch(tx, filters, now, after?.row ?? null, size);
    const documents = await documentsOf(
      tx,
      "act",
      rows.map(({ id }) => id),
      now,
    );
    return rows.map((row) => ({ row, documents: documents.get(row.id) ?? [] }));
  },
  item({ row, documents }, { origin }) {
    const { paper: _, ...summary } = summaryView(row, []);
    return {
      ...summary,
      url: { sq: origin + summary.url.sq, en: origin + summary.url.en },
      documents: documents.map(absolute(origin)),
    };
  },
};
