import type { DeskDocument } from "./documents.desk.queries.ts";

/** What the form shows in which a document is described. */
export const descriptionOf = ({ title, language }: Pick<DeskDocument, "title" | "language">) => ({
  ...{ "title.sq": title.sq, "title.en": title.en ?? "", language },
});
