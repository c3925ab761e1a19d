import { phrases } from "../../../http/phrases.ts";
import type { Locale } from "../../../locale.shared.ts";
import type { DeskMeeting, DeskPaper } from "./desk.queries.ts";

/** The papers of a meeting or of an item, those that came after the notice marked. */
export const papersView = (papers: readonly DeskPaper[], { announced_at }: DeskMeeting, locale: Locale) =>
  papers.map(({ id, title, file_name, role, added_at }) => ({
    ...{ id, title, fileName: file_name },
    role: phrases(locale, "meetings")(`role.${role}`),
    isMinutes: role === "minutes",
    isLate: announced_at !== null && role !== "minutes" && added_at > announced_at,
  }));
export type PaperShown = ReturnType<typeof papersView>[number];
