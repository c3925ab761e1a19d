import { hash } from "node:crypto";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type AttachedDocument, documentsOf } from "../documents/attachments.queries.ts";
import { draftActUrl, itemUrl, meetingUrl, personUrl } from "../elements/item-urls.shared.ts";
import type { Chamber } from "../live/live-state.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { bodiesOf } from "../meetings/held-meeting.ts";
import { findItems } from "../meetings/meetings.queries.ts";
import { membersOn } from "../meetings/members.queries.ts";
import { itemAnchor, numberOf } from "../meetings/numbers.shared.ts";
import { registerPath } from "../open-data/register-paths.shared.ts";
import { recordingUrl } from "../recordings/moment-view.ts";
import { hasRecording } from "../recordings/recordings.queries.ts";
import type { LiveFrame, LivePaper } from "./following.schema.ts";
import { type FollowedRow, findMembers } from "./frame.queries.ts";
import type { Registered } from "./live-now.ts";
import { streamKind } from "./stream-address.shared.ts";

const registers = {
  votes: registerPath("votes"),
  ballots: registerPath("ballots"),
  attendance: registerPath("attendance"),
  meeting_steps: registerPath("meeting_steps"),
};

/** Where a meeting is followed while it sits. */
export const liveUrl = (slug: string) => itemUrl("I.3.5", slug);

export interface Framed {
  frame: LiveFrame;
  /** Changes with the frame. */
  fingerprint: string;
  chamber: Chamber;
  registered: Registered;
}

const paperView = ({ title, url, fileName, size }: AttachedDocument): LivePaper => ({ title, url, fileName, size });

/** What can be watched and read of a meeting that is over. */
async function recordOf(tx: TenantTx, { id, slug, stage }: FollowedRow, now: Date): Promise<LiveFrame["record"]> {
  if (stage !== "closed" && stage !== "minutes_published") return { recordingUrl: null, minutes: [] };
  const [isRecorded, papers] = await Promise.all([hasRecording(tx, id, now), documentsOf(tx, "meeting", [id], now)]);
  const minutes = papers.get(id)?.filter(({ role }) => role === "minutes") ?? [];
  return { recordingUrl: isRecorded ? recordingUrl(slug) : null, minutes: minutes.map(paperView) };
}

/** What stays as it is while a meeting sits: who sits there, and what is on the agenda with its public papers. */
export async function frameOf(tx: TenantTx, row: FollowedRow, now: Date): Promise<Framed> {
  const [items, people] = await Promise.all([
    findItems(tx, row.id, now),
    bodiesOf(tx, row).then((bodies) => membersOn(tx, bodies, row.day)),
  ]);
  const drafts = items.flatMap(({ draft_id }) => (draft_id ? [draft_id] : []));
  const ids = people.map(({ id }) => id);
  const [ofItems, ofDrafts, members, record] = await Promise.all([
    documentsOf(
      tx,
      "agendaItem",
      items.map(({ id }) => id),
      now,
    ),
    documentsOf(tx, "draftAct", drafts, now),
    findMembers(tx, ids, now),
    recordOf(tx, row, now),
  ]);
  const known = new Map(members.map((member) => [member.id, member]));
  const frame: LiveFrame = {
    id: row.id,
    slug: row.slug,
    url: liveUrl(row.slug),
    meetingUrl: meetingUrl(row.slug),
    registers,
    name: fullMeetingName(row),
    kind: row.kind,
    body: { kind: row.body_kind, name: row.body_name },
    day: row.day,
    startsAt: row.starts_at.toISOString(),
    place: row.place,
    stream: row.stream_url ? { kind: streamKind(row.stream_url), url: row.stream_url } : null,
    members: people.map(({ id, name }) => ({
      name,
      url: known.get(id)?.is_public ? personUrl(known.get(id)!.slug) : null,
    })),
    items: items.map((item) => ({
      id: item.id,
      number: numberOf(item.path),
      depth: item.path.length,
      anchor: itemAnchor(numberOf(item.path)),
      kind: item.kind,
      title: item.title,
      draftUrl: item.draft_slug ? draftActUrl(item.draft_slug) : null,
      papers: [...(ofDrafts.get(item.draft_id ?? "") ?? []), ...(ofItems.get(item.id) ?? [])].map(paperView),
    })),
    record,
  };
  return {
    frame,
    fingerprint: hash("sha256", JSON.stringify(frame), "base64url").slice(0, 12),
    chamber: { members: ids, items: items.map(({ id }) => id), needsQuorum: row.body_kind === "council" },
    registered: {
      stage: row.stage,
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      present: row.present,
      results: new Map(items.map(({ id, result }) => [id, result])),
    },
  };
}
