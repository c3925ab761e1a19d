import { phrases } from "../../../http/phrases.ts";
import type { Locale } from "../../../locale.shared.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import { documentsPaths } from "../../documents/documents.paths.shared.ts";
import type { DeskMeeting, DeskPaper } from "./desk.queries.ts";

/** The papers of a meeting or of an item, those that came after the notice marked. */
export const papersView = (papers: readonly DeskPaper[], { announced_at }: DeskMeeting, locale: Locale) =>
  papers.map(({ id, title, file_name, role, added_at, text }) => ({
    ...{ id, title, fileName: file_name },
    url: fillPath(documentsPaths.one, { id })[locale],
    /** What somebody should look at before it is published. */
    warnings: { text: text && { state: text.state, found: text.found } },
    role: phrases(locale, "meetings")(`role.${role}`),
    isMinutes: role === "minutes",
    isLate: announced_at !== null && role !== "minutes" && added_at > announced_at,
  }));
export type PaperShown = ReturnType<typeof papersView>[number];
