import type { InBoth } from "../elements/catalogue.shared.ts";

/** What is found in the workspace. */
export const finderPath = { sq: "/admin/kerko", en: "/en/admin/search" } as const satisfies InBoth;
export const searchView = "finder/finder-page";

/** A thing or a place that has the words. */
export interface Hit {
  kind: string;
  /** The kind, in words. */
  of: string;
  href: string;
  title: string;
  /** A title that is only there in Albanian. */
  lang: "sq" | undefined;
  /** How it stands; `null` for what has no state. */
  tag: { tone: string; word: string } | null;
  /** What tells it from others of the same title: its meeting, its file. */
  beside: string | null;
}
