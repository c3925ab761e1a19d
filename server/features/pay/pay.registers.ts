import { aSlug, aYear, readQuery } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { elementByCode, type InBoth } from "../elements/catalogue.shared.ts";
import { personUrl } from "../elements/item-urls.shared.ts";
import { titleOf } from "../elements/titles.ts";
import { type AnyRegister, type Register, textColumns } from "../open-data/register.ts";
import { countPayments, findBatch, type PayFilters, type PaymentRow } from "./pay.queries.ts";
import { type PaidRole, type PayBasis, paidRoles, payBases } from "./pay.shared.ts";

const inBoth = (key: `for.${PaidRole}` | `basis.${PayBasis}`): InBoth => ({
  sq: phrases("sq", "pay")(key),
  en: phrases("en", "pay")(key),
});

const payments: Register<PayFilters, PaymentRow> = {
  name: "pay",
  title: titleOf("I.4.2"),
  description: {
    sq: "Një rresht për çdo pagesë të një këshilltari në një muaj, me masën dhe bazën ligjore.",
    en: "A row for each payment to a councillor in a month, with its rate and legal basis.",
  },
  path: elementByCode("I.4.2").path,
  areas: ["pay", "people"],
  columns: [
    { name: "year", kind: "integer", label: { sq: "Viti", en: "Year" }, value: (row) => row.year },
    { name: "month", kind: "integer", label: { sq: "Muaji", en: "Month" }, value: (row) => row.month },
    { name: "person", kind: "text", label: { sq: "Identifikuesi", en: "Identifier" }, value: (row) => row.slug },
    { name: "name", kind: "text", label: { sq: "Emri", en: "Name" }, value: (row) => row.name },
    {
      name: "applies_to",
      kind: "choice",
      label: { sq: "Për çfarë", en: "For what" },
      choices: paidRoles.map((value) => ({ value, label: inBoth(`for.${value}`) })),
      value: (row) => row.applies_to,
    },
    {
      name: "basis",
      kind: "choice",
      label: { sq: "Si llogaritet", en: "How it is reckoned" },
      choices: payBases.map((value) => ({ value, label: inBoth(`basis.${value}`) })),
      value: (row) => row.basis,
    },
    { name: "rate", kind: "money", label: { sq: "Masa (lekë)", en: "Rate (lekë)" }, value: (row) => row.rate },
    { name: "meetings", kind: "integer", label: { sq: "Mbledhje", en: "Meetings" }, value: (row) => row.meetings },
    { name: "amount", kind: "money", label: { sq: "Shuma (lekë)", en: "Amount (lekë)" }, value: (row) => row.amount },
    ...textColumns("legal_basis", { sq: "Baza ligjore", en: "Legal basis" }, (row: PaymentRow) => row.legal_basis),
    ...textColumns("note", { sq: "Shënim", en: "Note" }, (row: PaymentRow) => row.note),
    {
      name: "url",
      kind: "link",
      label: { sq: "Faqja e këshilltarit", en: "The councillor’s page" },
      value: (row, { locale, origin }) => origin + personUrl(row.slug)[locale],
    },
  ],
  filters: (query) => readQuery({ year: aYear, member: aSlug }, query),
  total: countPayments,
  batch: findBatch,
};

export const payRegisters: readonly AnyRegister[] = [payments];
