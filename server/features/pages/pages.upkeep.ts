import { type ElementCode, elementByCode } from "../elements/catalogue.shared.ts";
import { areInEnglish, mostOf, type Upkept, within } from "../upkeep/upkept.ts";
import type { PageContent } from "./pages.schema.ts";

export const pagesUpkeep: Upkept = {
  entity: "page",
  async read(tx, now, which) {
    const rows = await tx
      .selectFrom("pages as p")
      .where("p.state", "=", "published")
      .where("p.public_from", "<=", now)
      .where(within("p.id", which))
      .orderBy("p.id")
      .limit(mostOf(which))
      .select(["p.id", "p.element", "p.content"])
      .execute();
    return rows.map(({ id, element, content }) => {
      const { short, path } = elementByCode(element as ElementCode);
      const { lead, who, how = [], fees, address, sections = [], legal = [] } = content as PageContent;
      const parts = Object.fromEntries(sections.map(({ text }, at) => [`sections.${at}.text`, text]));
      const plain = [lead, ...how.flatMap((step) => [step.title, step.text]), ...sections.map(({ title }) => title)];
      return {
        id,
        title: short,
        url: path,
        texts: { who, fees, address, ...parts },
        inEnglish: areInEnglish(who, fees, address, ...Object.values(parts), ...plain, ...legal),
      };
    });
  },
};
