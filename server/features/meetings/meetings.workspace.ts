import { phrases } from "../../http/phrases.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { maySeeDrafts } from "../accounts/policies.ts";
import { agendaRoutes } from "./desk/agenda-desk.ts";
import { attendanceRoutes } from "./desk/attendance-desk.ts";
import { binRoutes } from "./desk/bin-desk.ts";
import { callingOffRoutes } from "./desk/calling-off.ts";
import { courseRoutes } from "./desk/course.ts";
import { listPage } from "./desk/desk-list.ts";
import { asItStands } from "./desk/desk-meeting.ts";
import { deskPaths } from "./desk/desk-paths.shared.ts";
import { noticeRoutes } from "./desk/notice-desk.ts";
import { overviewRoutes } from "./desk/overview.ts";
import { paperRoutes } from "./desk/papers-desk.ts";
import { particularsRoutes } from "./desk/particulars.ts";
import { resultRoutes } from "./desk/result-desk.ts";
import { streamRoutes } from "./desk/stream-desk.ts";
import { templateRoutes } from "./desk/templates-desk.ts";
import { voteRoutes } from "./desk/votes-desk.ts";
import { waitingRoutes } from "./desk/waiting-desk.ts";

const maySee = (actor: Parameters<typeof maySeeDrafts>[0]) => maySeeDrafts(actor, "meeting");

/** The meetings desk: from planning a meeting to its end; its minutes are a feature of their own. */
export const meetingsWorkspace: WorkspaceFeatureOf = (services, parts) => ({
  routes: [
    page(deskPaths.list, maySee, listPage),
    ...waitingRoutes(services),
    ...binRoutes,
    ...[
      ...templateRoutes,
      ...particularsRoutes(parts),
      ...overviewRoutes,
      ...agendaRoutes(parts),
      ...paperRoutes(services),
      ...noticeRoutes(parts),
      ...callingOffRoutes,
      ...streamRoutes,
      ...courseRoutes,
      ...attendanceRoutes,
      ...resultRoutes,
      ...voteRoutes,
    ].map(asItStands),
  ],
  navigation: [
    {
      path: deskPaths.list,
      policy: maySee,
      group: "work",
      order: 10,
      label: (locale) => phrases(locale, "desk")("title"),
    },
  ],
});
