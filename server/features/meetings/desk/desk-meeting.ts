import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import type { Actor } from "../../../http/scope.ts";
import type { Locale } from "../../../locale.shared.ts";
import type { WorkspaceRoute } from "../../../workspace/feature.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import type { WorkspaceContext } from "../../../workspace/scope.ts";
import { uuidPart } from "../../../workspace/uuid-part.ts";
import { mayEdit, mayPublish } from "../../accounts/policies.ts";
import { inBin } from "../../editing/editing.errors.ts";
import { checkMayChange, mayChangeAsItStands } from "../../editing/public-changes.ts";
import { meetingUrl } from "../../elements/item-urls.shared.ts";
import { fullMeetingName } from "../full-name.ts";
import { hasBegun, holdMeeting } from "../held-meeting.ts";
import { itemNotFound, meetingNotFound } from "../meetings.errors.ts";
import { type DeskMeeting, findMeeting } from "./desk.queries.ts";
import { deskPaths } from "./desk-paths.shared.ts";

export const editMeetings = (actor: Actor) => mayEdit(actor, "meeting");
export const publishMeetings = (actor: Actor) => mayPublish(actor, "meeting");

/** The meeting's id in the address. @throws `meetings.not_found` */
export const meetingId = (c: WorkspaceContext): string => uuidPart(c, "id", meetingNotFound);

/** @throws `meetings.not_found` */
export async function readMeeting(tx: TenantTx, id: string): Promise<DeskMeeting> {
  const meeting = await findMeeting(tx, id);
  if (!meeting) throw meetingNotFound();
  return meeting;
}

/** Where one of the desk's pages of a meeting stands, in the language of whoever asked. */
export const deskPath = (c: WorkspaceContext, page: keyof typeof deskPaths, parts: Record<string, string>): string =>
  fillPath(deskPaths[page], parts)[c.var.locale];

/** The page that a refused form shows again has an address of its own, which the other language's link must name. */
export function standsAt(c: WorkspaceContext, page: keyof typeof deskPaths) {
  c.set("here", fillPath(deskPaths[page], c.req.param() as Record<string, string>));
}

/** What meetings can still be called off, and which take place at all. */
export const isAhead = ({ stage }: Pick<DeskMeeting, "stage">) => stage === "planned" || stage === "announced";
export const takesPlace = ({ stage }: Pick<DeskMeeting, "stage">) => stage !== "cancelled" && stage !== "postponed";

/** It was held, or entered as one of the past, and nobody outside knows of it yet. */
export const isHeldUnseen = (meeting: Pick<DeskMeeting, "stage" | "state">) =>
  hasBegun(meeting) && meeting.state !== "published";

/** A word, its colour and its shape. */
export const stageTags = {
  planned: "none",
  announced: "good",
  open: "wait",
  closed: "warn",
  minutes_published: "good",
  cancelled: "bad",
  postponed: "off",
} as const satisfies Record<DeskMeeting["stage"], string>;

/** What stands at the head of each page of a meeting, and on its line in lists. */
export const headOf = (meeting: DeskMeeting, { locale, now }: { locale: Locale; now: Date }) => ({
  id: meeting.id,
  name: fullMeetingName(meeting),
  startsAt: meeting.starts_at.toISOString(),
  endsAt: meeting.ends_at?.toISOString() ?? null,
  place: meeting.place,
  stage: meeting.stage,
  stageLabel: phrases(locale, "meetings")(`stage.${meeting.stage}`),
  stageTag: stageTags[meeting.stage],
  isAnnounced: meeting.announced_at !== null,
  publicUrl: meeting.state === "published" && meeting.public_from! <= now ? meetingUrl(meeting.slug) : null,
  isBinned: meeting.binned_at !== null,
});
export type MeetingHead = ReturnType<typeof headOf>;

/** What whoever asks may do with meetings. */
export const rightsOf = ({ var: { actor } }: WorkspaceContext) => ({
  edit: editMeetings(actor),
  publish: publishMeetings(actor),
});

/** What whoever asks may do with this one as it stands. */
export async function rightsOn(c: WorkspaceContext, tx: TenantTx, meeting: DeskMeeting) {
  const { edit, publish } = rightsOf(c);
  return { publish, edit: edit && (await mayChangeAsItStands(tx, c.var.actor, meeting, "meeting")) };
}

/** It changes nothing that the public has: of a meeting in the calendar its notice is handed over. */
const isHandingOver = ({ path }: WorkspaceRoute) => path === deskPaths.submission;

/**
 * An item in the address is of the meeting beside it, by which it is decided who may change it.
 * @throws `meetings.item_not_found`
 */
async function checkIsItsItem(c: WorkspaceContext, tx: TenantTx, id: string): Promise<void> {
  if (c.req.param("item") === undefined) return;
  const item = uuidPart(c, "item", itemNotFound);
  const found = await tx
    .selectFrom("agenda_items")
    .where("id", "=", item)
    .where("meeting_id", "=", id)
    .select("id")
    .executeTakeFirst();
  if (!found) throw itemNotFound();
}

/**
 * Whatever editors do to a meeting waits, where the public has it and the council wants it so, for whoever may publish; what
 * lies in the bin nobody changes.
 */
export const asItStands = (route: WorkspaceRoute): WorkspaceRoute => {
  if (!route.path.sq.includes("/:id")) return route;
  const isChange = route.policy === editMeetings && !isHandingOver(route);
  return {
    ...route,
    async answer(c) {
      const id = meetingId(c);
      const { db, actor } = c.var;
      if (isChange) await db.read(async (tx) => checkMayChange(tx, actor, await readMeeting(tx, id), "meeting"));
      c.set("db", {
        ...db,
        write: (change) =>
          db.write(async (tx) => {
            const meeting = await holdMeeting(tx, id);
            if (meeting.binned_at) throw inBin();
            // Asked again in each transaction that changes something: it may have become public since.
            if (isChange) await checkMayChange(tx, actor, meeting, "meeting");
            await checkIsItsItem(c, tx, id);
            return change(tx);
          }),
      });
      return route.answer(c);
    },
  };
};
