import type { TenantTx } from "../../db/tenant-db.ts";

/**
 * What readers get of a meeting besides what its form and its agenda say: where it is streamed, and what was written down
 * of an event that was held before it is public. All of it is changed while the meeting is held.
 */
export async function shownWithIt(tx: TenantTx, id: string) {
  const items = tx.selectFrom("agenda_items").where("meeting_id", "=", id);
  const votes = tx.selectFrom("votes").where("agenda_item_id", "in", items.select("id"));
  const ballots = tx.selectFrom("ballots").where("vote_id", "in", votes.select("id"));
  const meeting = tx.selectFrom("meetings").select("stream_url").where("id", "=", id);
  const attendances = tx.selectFrom("attendances").where("meeting_id", "=", id);
  return {
    stream: (await meeting.executeTakeFirstOrThrow()).stream_url,
    results: await items
      .where("result", "is not", null)
      .select(["id", "result", "result_note"])
      .orderBy("id")
      .execute(),
    votes: await votes.selectAll().orderBy("id").execute(),
    ballots: await ballots.select(["vote_id", "person_id", "choice"]).orderBy("vote_id").orderBy("person_id").execute(),
    attendances: await attendances
      .select(["person_id", "status", "arrived_at", "left_at", "note"])
      .orderBy("person_id")
      .execute(),
  };
}
