import type { Locale } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { unsavedPath } from "./editing.paths.shared.ts";
import type { LeftForm } from "./editing.view.ts";

/**
 * The forms that somebody left unsaved, as a page offers them.
 * @param own the one that stands on the page
 * @param page where they are opened
 */
export const leftForms = (
  edits: readonly { id: string; updated_at: Date }[],
  own: string | null,
  page: string,
  locale: Locale,
): LeftForm[] =>
  edits
    .filter(({ id }) => id !== own)
    .map(({ id, updated_at }) => ({
      at: updated_at.toISOString(),
      href: `${page}?edit=${id}`,
      drop: fillPath(unsavedPath, { edit: id })[locale],
    }));
