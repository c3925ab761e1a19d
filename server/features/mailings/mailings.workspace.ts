import * as v from "valibot";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { mayPublish, maySeeDrafts } from "../accounts/policies.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { deskPaths } from "../meetings/desk/desk-paths.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { bodiesOf } from "../meetings/held-meeting.ts";
import { meetingNotFound } from "../meetings/meetings.errors.ts";
import { membersOn } from "../meetings/members.queries.ts";
import { mailingsPaths as paths } from "./mailings.paths.shared.ts";
import { findMailing } from "./mailings.queries.ts";
import { NoticeContact } from "./mailings.schema.ts";
import { sendAgain, sendNotice } from "./mailings.service.ts";
import { setNoticeContact } from "./notice-contacts.service.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function idOf(c: WorkspaceContext): string {
  const id = c.req.param("id") ?? "";
  if (!uuid.test(id)) throw meetingNotFound();
  return id;
}

async function mailing(c: WorkspaceContext) {
  const id = idOf(c);
  const { locale, now } = c.var;
  return c.var.db.read(async (tx) => {
    const meeting = await tx
      .selectFrom("meetings as m")
      .innerJoin("bodies as b", "b.id", "m.body_id")
      .where("m.id", "=", id)
      .select(["m.id", "m.slug", "m.body_id", "m.kind", "m.title", "m.stage", "m.day", "m.state", "m.public_from"])
      .select(["b.kind as body_kind", "b.name as body_name"])
      .executeTakeFirst();
    if (!meeting) throw meetingNotFound();
    const [last, bodies] = await Promise.all([findMailing(tx, id), bodiesOf(tx, meeting)]);
    const members = await membersOn(tx, bodies, meeting.day);
    const isPublic = meeting.state === "published" && meeting.public_from! <= now;
    return {
      name: fullMeetingName(meeting),
      day: meeting.day,
      stage: meeting.stage,
      url: isPublic ? meetingUrl(meeting.slug) : null,
      members,
      maySend: mayPublish(c.var.actor),
      last: last && {
        method: last.method,
        askedAt: last.askedAt.toISOString(),
        askedBy: last.askedBy.name,
        isCurrent: last.isCurrent,
        recipients: last.recipients.map(({ at, ...one }) => ({ ...one, at: at?.toISOString() ?? null })),
      },
      desk: fillPath(deskPaths.meeting, { id })[locale],
      actions: {
        send: fillPath(paths.send, { id })[locale],
        again: fillPath(paths.again, { id })[locale],
        address: fillPath(paths.address, { id })[locale],
      },
    };
  });
}
export type Mailing = Awaited<ReturnType<typeof mailing>>;

const mailingPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "mailings/mailing-page",
  data: await mailing(c),
});
const done = (c: WorkspaceContext, word: string) =>
  `${fillPath(paths.mailing, { id: idOf(c) })[c.var.locale]}?done=${word}`;

/** The notice of a meeting by mail: to whom it went, and who has to have it on paper. */
export const mailingsWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(paths.mailing, maySeeDrafts, mailingPage),
    form(paths.send, mayPublish, {
      name: "send",
      schema: v.object({}),
      save: async (c) => {
        await c.var.db.write((tx) => sendNotice(tx, doing(c), idOf(c)));
        return done(c, "sent");
      },
      again: mailingPage,
    }),
    form(paths.again, mayPublish, {
      name: "again",
      schema: v.object({}),
      save: async (c) => {
        await c.var.db.write((tx) => sendAgain(tx, doing(c), idOf(c)));
        return done(c, "again");
      },
      again: mailingPage,
    }),
    form(paths.address, mayPublish, {
      name: "address",
      schema: v.object({ ...NoticeContact.entries, personId: v.pipe(v.string(), v.uuid()) }),
      save: async (c, { personId, ...contact }) => {
        await c.var.db.write((tx) => setNoticeContact(tx, doing(c), personId, contact));
        return done(c, "address");
      },
      again: mailingPage,
    }),
  ],
});
