import * as v from "valibot";
import type { Actor } from "../../../http/scope.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { mayBin } from "../../accounts/policies.ts";
import { bin, takeFromBin } from "../../editing/bin.service.ts";
import { checkMayBin } from "../../editing/editable-for.ts";
import { meetingEditable } from "../meetings.editable.ts";
import { deskPath, meetingId, standsAt } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { meetingPage } from "./overview.ts";

const binMeetings = (actor: Actor) => mayBin(actor, "meeting");

const again = (c: WorkspaceContext) => {
  standsAt(c, "meeting");
  return meetingPage(c);
};

/** A meeting that was planned by mistake is thrown away, and what was thrown away by mistake taken out again. */
export const binRoutes = [
  form(deskPaths.bin, binMeetings, {
    name: "bin",
    schema: v.object({}),
    async save(c) {
      const id = meetingId(c);
      await c.var.db.write(async (tx) => {
        await checkMayBin(tx, c.var.actor, meetingEditable, id);
        await bin(tx, doing(c), meetingEditable, id);
      });
      return `${deskPaths.list[c.var.locale]}?done=binned`;
    },
    again,
  }),
  form(deskPaths.unbin, binMeetings, {
    name: "unbin",
    schema: v.object({}),
    async save(c) {
      const id = meetingId(c);
      await c.var.db.write((tx) => takeFromBin(tx, doing(c), meetingEditable, id));
      return `${deskPath(c, "meeting", { id })}?done=unbinned`;
    },
    again,
  }),
];
