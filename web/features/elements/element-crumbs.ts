import { type CatalogueElement, partOf, sectionOf } from "../../../server/features/elements/catalogue.shared.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import type { Crumb } from "../../ui/breadcrumbs.tsx";

/** The way to an element's page: its part, and its section there. */
export function crumbsAbove(element: CatalogueElement, locale: Locale): Crumb[] {
  const part = partOf(element);
  const section = sectionOf(element);
  return [
    { label: part.short[locale], path: part.path[locale] },
    { label: section.title[locale], path: `${part.path[locale]}#${section.anchor[locale]}` },
  ];
}

/** The way to something below an element. */
export const crumbsTo = (element: CatalogueElement, locale: Locale): Crumb[] => [
  ...crumbsAbove(element, locale).slice(0, 1),
  { label: element.short[locale], path: element.path[locale] },
];
