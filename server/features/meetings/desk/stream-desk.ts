import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { page } from "../../../workspace/feature.ts";
import { typedOrNull } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { streamedKinds } from "../../bodies/bodies.shared.ts";
import { changeStream } from "../stream.service.ts";
import { deskPath, editMeetings, headOf, meetingId, readMeeting } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";

/** Where the meetings of a body are streamed: its own address, or the council's where it is of a kind that has one. */
async function findUsual(tx: TenantTx, bodyId: string) {
  const rows = await tx
    .selectFrom("bodies")
    .select(["id", "kind", "stream_url"])
    .where((eb) => eb.or([eb("id", "=", bodyId), eb("kind", "=", "council")]))
    .execute();
  const own = rows.find(({ id }) => id === bodyId);
  if (own?.stream_url) return { url: own.stream_url, isCouncils: false };
  const councils = own && streamedKinds.includes(own.kind) ? rows.find(({ kind }) => kind === "council") : undefined;
  return councils?.stream_url ? { url: councils.stream_url, isCouncils: true } : null;
}

async function load(c: WorkspaceContext) {
  const id = meetingId(c);
  return c.var.db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    return {
      meeting: headOf(meeting, c.var),
      isClosed: meeting.access === "closed",
      /** What holds while the meeting has no address of its own. */
      usual: await findUsual(tx, meeting.body_id),
      values: { streamUrl: meeting.stream_url },
    };
  });
}
export type StreamData = Awaited<ReturnType<typeof load>>;
const streamPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/stream-page",
  data: await load(c),
});

/** Where one meeting is streamed, where that is not where the others are. */
export const streamRoutes = [
  page(deskPaths.stream, editMeetings, streamPage),
  form(deskPaths.stream, editMeetings, {
    name: "stream",
    schema: v.object({ streamUrl: typedOrNull }),
    standing: ({ data }) => (data as StreamData).values,
    async save(c, given) {
      const id = meetingId(c);
      await c.var.db.write((tx) => changeStream(tx, doing(c), id, given));
      return `${deskPath(c, "meeting", { id })}?done=stream`;
    },
    again: streamPage,
  }),
];
