import { readQuery } from "../../../http/list-query.ts";
import { type Register, textColumns } from "../../open-data/register.ts";
import { registerPath } from "../../open-data/register-paths.shared.ts";
import type { NumberGap } from "../acts.schema.ts";
import { typeColumn } from "../matter-columns.ts";
import { findGaps } from "../numbering.queries.ts";

const isSame = (one: NumberGap, other: NumberGap) =>
  one.type === other.type && one.series === other.series && one.from === other.from;

export const actGapsRegister: Register<object, NumberGap> = {
  name: "act_gaps",
  title: { sq: "Numrat që nuk i ka asnjë akt", en: "Numbers without an act" },
  description: {
    sq: "Një rresht për çdo numër ose varg numrash të një serie që nuk i ka asnjë akt i publikuar, me arsyen kur dihet.",
    en: "A row for each number or run of numbers of a series that no published act has, with the reason where known.",
  },
  path: registerPath("act_gaps"),
  areas: ["acts"],
  columns: [
    typeColumn((row: NumberGap) => row.type),
    { name: "series", kind: "text", label: { sq: "Seria", en: "Series" }, value: (row) => row.series },
    { name: "number_from", kind: "integer", label: { sq: "Nga numri", en: "From number" }, value: (row) => row.from },
    { name: "number_to", kind: "integer", label: { sq: "Te numri", en: "To number" }, value: (row) => row.to },
    {
      name: "explained",
      kind: "boolean",
      label: { sq: "Me shpjegim", en: "Explained" },
      value: (row) => row.reason !== null || row.url !== null,
    },
    ...textColumns("reason", { sq: "Arsyeja", en: "Reason" }, (row: NumberGap) => row.reason),
    {
      name: "url",
      kind: "link",
      label: { sq: "Faqja e aktit të tërhequr", en: "Page of the withdrawn act" },
      value: ({ url }, { locale, origin }) => url && origin + url[locale],
    },
  ],
  filters: (query) => readQuery({}, query),
  total: async (tx, _filters, now) => (await findGaps(tx, now)).length,
  // There are few; what is computed is cut into batches.
  async batch(tx, _filters, now, after, size) {
    const gaps = await findGaps(tx, now);
    const start = after === null ? 0 : gaps.findIndex((gap) => isSame(gap, after)) + 1;
    return gaps.slice(start, start + size);
  },
};
