import * as v from "valibot";
import type { Services } from "../../../http/services.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { page, type WorkspaceRoute } from "../../../workspace/feature.ts";
import { chosen, typed } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { publishMinutes } from "../stages.service.ts";
import { findFreeDocuments, findPapers } from "./desk.queries.ts";
import { deskPath, headOf, meetingId, publishMeetings, readMeeting, standsAt } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { documentsFrom, takeFiles } from "./papers-desk.ts";
import { askAboutPersons, heldIn, papersAsked, stopForPersons } from "./papers-persons.ts";
import { papersView } from "./papers-view.ts";

async function load(c: WorkspaceContext) {
  const { db, locale } = c.var;
  const id = meetingId(c);
  return db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    const papers = (await findPapers(tx, id)).filter((one) => one.role === "minutes" && one.agenda_item_id === null);
    return {
      meeting: headOf(meeting, locale),
      papers: papersView(papers, meeting, locale),
      isDue: meeting.stage === "closed",
      asked: papersAsked(c),
    };
  });
}
export type MinutesData = Awaited<ReturnType<typeof load>>;
const minutesPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/minutes-page",
  data: await load(c),
});

export const minutesRoutes = (services: Pick<Services, "config" | "storage" | "scanner">): WorkspaceRoute[] => [
  page(deskPaths.minutes, publishMeetings, minutesPage),
  form(deskPaths.minutesUpload, publishMeetings, {
    name: "minutes",
    schema: v.object({ held: chosen, persons: typed }),
    async save(c, { held, persons }) {
      const id = meetingId(c);
      const { papers, isDue } = await load(c);
      const stored = await takeFiles(c, services, papers.length > 0 || held.length > 0);
      const asked = await atFields({ failures: { "meetings.minutes_missing": "files" } }, () =>
        c.var.db.write(async (tx) => {
          const sent = await documentsFrom(c, tx, stored, "minutes");
          const kept = heldIn(held, held.length > 0 ? await findFreeDocuments(tx) : []);
          const minutes = [...kept.map((documentId) => ({ documentId, role: "minutes" as const })), ...sent];
          const fresh = minutes.map(({ documentId }) => documentId);
          const all = { ids: [...papers.map((paper) => paper.id), ...fresh], held: fresh };
          const found = isDue ? await askAboutPersons(c, tx, id, all, persons) : null;
          if (!found) await publishMinutes(tx, doing(c), id, minutes);
          return found;
        }),
      );
      if (asked) stopForPersons(c, asked);
      return `${deskPath(c, "course", { id })}?done=minutes`;
    },
    async again(c) {
      standsAt(c, "minutes");
      return minutesPage(c);
    },
  }),
];
