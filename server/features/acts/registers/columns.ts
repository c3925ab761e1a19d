import { phrases } from "../../../http/phrases.ts";
import type { InBoth } from "../../elements/catalogue.shared.ts";
import { actUrl } from "../../elements/item-urls.shared.ts";
import { type RegisterColumn, textColumns } from "../../open-data/register.ts";
import type { StoredAct } from "../act-record.ts";
import { typeColumn } from "../matter-columns.ts";

const inBoth = (say: (locale: "sq" | "en") => string): InBoth => ({ sq: say("sq"), en: say("en") });

/** What the values of a choice are called on the pages. */
export const actChoices = (prefix: "force." | "prefect." | "to." | "outcome.", values: readonly string[]) =>
  values.map((value) => ({
    value,
    label: inBoth((locale) => phrases(locale, "acts")(`${prefix}${value}` as "force.in_force")),
  }));
type Cited = Pick<StoredAct, "type" | "number" | "series" | "adopted_on" | "title" | "slug">;

/** Which act a row is about. */
export const citedColumns = <Row>(cited: (row: Row) => Cited): RegisterColumn<Row>[] => [
  typeColumn((row: Row) => cited(row).type),
  { name: "number", kind: "integer", label: { sq: "Numri", en: "Number" }, value: (row) => cited(row).number },
  { name: "series", kind: "text", label: { sq: "Seria", en: "Series" }, value: (row) => cited(row).series },
  { name: "adopted_on", kind: "date", label: { sq: "Miratuar", en: "Adopted" }, value: (row) => cited(row).adopted_on },
  ...textColumns("title", { sq: "Titulli", en: "Title" }, (row: Row) => cited(row).title),
];

export const addressColumn = <Row>(slug: (row: Row) => string): RegisterColumn<Row> => ({
  name: "url",
  kind: "link",
  label: { sq: "Faqja", en: "Page" },
  value: (row, { locale, origin }) => origin + actUrl(slug(row))[locale],
});

/** The steps of the review as the timeline names them. */
export const stepChoices = (values: readonly string[]) =>
  values.map((value) => ({
    value,
    label: inBoth((locale) => phrases(locale, "acts")(`life.${value}` as "life.deposited")),
  }));
