import { subjects } from "../../acts/acts.shared.ts";
import { type ElementCode, elementByCode } from "../../elements/catalogue.shared.ts";
import { publicationUrl } from "../../publications/publication-view.ts";
import { documentsOf, type Source, said, saidInHtml, yearOf } from "../source.ts";
import { isPublicAt, publishedAfter, willBePublic } from "./standing.ts";

/** News and statements are news, notices are notices, everything else is a publication. */
const kinds: Readonly<Record<string, "news" | "notice">> = { "V.1.1": "news", "V.1.2": "news", "II.7.1": "notice" };

const isTextIn = (value: unknown): value is { sq: string; en?: string } =>
  typeof value === "object" && value !== null && typeof (value as { sq?: unknown }).sq === "string";

/** What people read of the typed fields: texts and numbers of papers, also in the rows of a table. */
function fieldTexts(value: unknown, locale: "sq" | "en"): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((one) => fieldTexts(one, locale));
  if (isTextIn(value)) return value[locale] ? [value[locale]] : [];
  if (typeof value === "object" && value !== null)
    return Object.values(value).flatMap((one) => (typeof one === "string" ? [] : fieldTexts(one, locale)));
  return [];
}

export const publications: Source = {
  name: "publication",
  batch: 100,
  idsAfter: publishedAfter("publications"),
  async documents(tx, ids) {
    const rows = await tx
      .selectFrom("publications as t")
      .where(willBePublic)
      .where("t.id", "in", ids)
      .select(["t.id", "t.element", "t.slug", "t.title", "t.summary", "t.body", "t.fields", "t.tags", "t.year"])
      .select(["t.sort_date", "t.public_from"])
      .execute();
    return rows.flatMap((one) => {
      const number = one.fields.number;
      const topic = one.fields.topic;
      return documentsOf({
        subject: `publication:${one.id}`,
        kind: kinds[one.element] ?? "publication",
        url: publicationUrl(one.element, one.slug),
        title: one.title,
        names: () => [typeof number === "string" ? number : null],
        texts: (locale) => [
          said(one.summary, locale),
          saidInHtml(one.body, locale),
          ...fieldTexts(Object.values(one.fields), locale),
          ...one.tags,
        ],
        date: one.sort_date,
        year: one.year ?? yearOf(one.sort_date),
        body: null,
        topic: subjects.includes(topic as never) ? (topic as string) : null,
        visibleFrom: one.public_from!,
      });
    });
  },
  async shown(tx, found, now) {
    const ids = found.map(({ id }) => id);
    const rows = await tx
      .selectFrom("publications as t")
      .where(isPublicAt(now))
      .where("t.id", "in", ids)
      .select(["t.id", "t.element"])
      .execute();
    return new Map(rows.map(({ id, element }) => [id, { beside: elementByCode(element as ElementCode).short }]));
  },
};
