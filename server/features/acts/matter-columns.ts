import { phrases } from "../../http/phrases.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { type RegisterColumn, textColumns } from "../open-data/register.ts";
import { actNatures, actTypes, proposerKinds, subjects } from "./acts.shared.ts";

type Of<Row> = (row: Row) => string | null;

const matterColumn =
  (name: string, phrase: "type." | "nature." | "subject." | "proposer.", values: readonly string[], label: InBoth) =>
  <Row>(value: Of<Row>): RegisterColumn<Row> => ({
    name,
    kind: "choice",
    label,
    choices: values.map((one) => {
      const key = `${phrase}${one}` as "type.decision";
      return { value: one, label: { sq: phrases("sq", "matters")(key), en: phrases("en", "matters")(key) } };
    }),
    value,
  });

/** What acts, draft acts, items of agendas and planned acts have in common, said alike in the registers of all. */
export const typeColumn = matterColumn("type", "type.", actTypes, { sq: "Lloji", en: "Type" });
export const natureColumn = matterColumn("nature", "nature.", actNatures, { sq: "Natyra", en: "Nature" });
export const subjectColumn = matterColumn("subject", "subject.", subjects, { sq: "Fusha", en: "Subject" });
export const proposerKindColumn = matterColumn("proposer_kind", "proposer.", proposerKinds, {
  sq: "Propozuesi",
  en: "Proposer",
});

/** Who proposes: the kind, and as the papers print it. */
export const proposerColumns = <Row>(
  of: (row: Row) => { proposer_kind: string | null; proposer: LocalizedText | null },
): RegisterColumn<Row>[] => [
  proposerKindColumn((row: Row) => of(row).proposer_kind),
  ...textColumns(
    "proposer",
    { sq: "Propozuesi sipas dokumentit", en: "Proposer as printed" },
    (row: Row) => of(row).proposer,
  ),
];

export const protocolColumn = <Row>(number: Of<Row>): RegisterColumn<Row> => ({
  name: "protocol_number",
  kind: "text",
  label: { sq: "Numri i protokollit", en: "Protocol number" },
  value: number,
});
