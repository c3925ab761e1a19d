import { textOfHtml } from "../../../html-text.ts";
import type { Locale, LocalizedText } from "../../../locale.shared.ts";
import {
  type ElementCode,
  elementByCode,
  elementCodes,
  isElementCode,
  partOf,
} from "../../elements/catalogue.shared.ts";
import { descriptionOf } from "../../elements/descriptions.ts";
import { titleOf } from "../../elements/titles.ts";
import { documentsOf, type Source } from "../source.ts";

/** Whatever people read in the content of a page, in one language. */
function contentTexts(content: unknown, locale: Locale): string[] {
  if (Array.isArray(content)) return content.flatMap((one) => contentTexts(one, locale));
  if (typeof content !== "object" || content === null) return [];
  const { sq, en } = content as Partial<LocalizedText>;
  if (typeof sq === "string") {
    const text = locale === "en" ? en : sq;
    return text ? [textOfHtml(text)] : [];
  }
  return Object.values(content).flatMap((one) => contentTexts(one, locale));
}

const inOrder = elementCodes.toSorted();
/** From the first day on: the pages of the site itself are always there. */
const always = new Date(0);

/** The pages of the site: each element, and what its page says of the procedure. */
export const elements: Source = {
  name: "element",
  batch: 81,
  idsAfter: async (_, after, limit) => inOrder.filter((code) => code > after).slice(0, limit),
  async documents(tx, ids) {
    const codes = ids.filter(isElementCode);
    if (codes.length === 0) return [];
    const pages = await tx
      .selectFrom("pages")
      .where("element", "in", codes)
      .where("state", "=", "published")
      .select(["element", "content", "public_from"])
      .execute();
    const written = new Map(pages.map((page) => [page.element, page]));
    return codes.flatMap((code: ElementCode) => {
      const { short, path } = elementByCode(code);
      const page = written.get(code);
      return documentsOf({
        subject: `element:${code}`,
        kind: "page",
        url: path,
        title: short,
        names: (locale) => [titleOf(code)[locale]],
        texts: (locale) => (page ? contentTexts(page.content, locale) : [descriptionOf(code).stands[locale]]),
        ...{ date: null, year: null, body: null, topic: null },
        visibleFrom: page?.public_from ?? always,
      });
    });
  },
  async shown(tx, found, now) {
    const ids = found.map(({ id }) => id).filter(isElementCode);
    const hidden = await tx
      .selectFrom("pages")
      .where("element", "in", ids)
      .where((eb) => eb.or([eb("state", "!=", "published"), eb("public_from", ">", now)]))
      .select("element")
      .execute();
    const isHidden = new Set(hidden.map(({ element }) => element));
    return new Map(
      ids.map((code) => [code, { beside: partOf(elementByCode(code)).title, hidesText: isHidden.has(code) }]),
    );
  },
};
