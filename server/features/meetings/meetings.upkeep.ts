import { sql } from "kysely";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { areInEnglish, mostOf, type Upkept, within } from "../upkeep/upkept.ts";
import { fullMeetingName } from "./full-name.ts";

export const meetingsUpkeep: Upkept = {
  entity: "meeting",
  async read(tx, now, which) {
    const rows = await tx
      .selectFrom("meetings as m")
      .innerJoin("bodies as b", "b.id", "m.body_id")
      .leftJoin("recordings as r", (join) =>
        join.onRef("r.meeting_id", "=", "m.id").on("r.state", "=", "published").on("r.public_from", "<=", now),
      )
      .where("m.state", "=", "published")
      .where("m.public_from", "<=", now)
      .where(within("m.id", which))
      .orderBy("m.id")
      .limit(mostOf(which))
      .select(["m.id", "m.slug", "m.kind", "m.title", "m.description", "m.notice", "m.place", "m.starts_at"])
      .select(["m.online_url", "m.stream_url", "r.link as recording", "b.kind as body_kind", "b.name as body_name"])
      .select(
        sql<boolean>`not exists (select from agenda_items i
          where i.meeting_id = m.id and coalesce(i.title ->> 'en', '') = '')`.as("agenda_in_english"),
      )
      .execute();
    return rows.map((row) => ({
      id: row.id,
      title: fullMeetingName(row),
      url: meetingUrl(row.slug),
      texts: { description: row.description, notice: row.notice },
      links: {
        // Of a meeting that is over the room has long been closed, and what was streamed is its recording.
        ...(row.starts_at > now && { onlineUrl: row.online_url, streamUrl: row.stream_url }),
        recording: row.recording,
      },
      inEnglish: row.agenda_in_english && areInEnglish(row.title, row.description, row.notice, row.place),
    }));
  },
};
