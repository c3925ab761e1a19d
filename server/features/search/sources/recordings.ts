import { type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { type LocalizedText, locales } from "../../../locale.shared.ts";
import { recordingUrl } from "../../recordings/moment-view.ts";
import { isShown } from "../../recordings/recordings.queries.ts";
import { documentsOf, type Source, said, yearOf } from "../source.ts";
import { fullTitle } from "./meetings.ts";

const first = "00000000-0000-0000-0000-000000000000";

/** Recordings that are public, or will be with their meeting. */
const published = (tx: TenantTx) =>
  tx
    .selectFrom("recordings as r")
    .innerJoin("meetings as m", "m.id", "r.meeting_id")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("r.state", "=", "published")
    .where("m.state", "=", "published")
    .where("m.access", "=", "open");

const inLibrary = (title: LocalizedText): LocalizedText => {
  const [sq, en] = locales.map((locale) =>
    phrases(locale, "recordings")("found", { name: title[locale] || title.sq }),
  ) as [string, string];
  return { sq, en };
};

/** Recordings by their meeting and by what their chapters are called. */
export const recordings: Source = {
  name: "recording",
  batch: 50,
  idsAfter: async (tx, after, limit) =>
    (
      await published(tx)
        .where("r.id", ">", after || first)
        .orderBy("r.id")
        .limit(limit)
        .select("r.id")
        .execute()
    ).map(({ id }) => id),
  async documents(tx, ids) {
    const [rows, chapters] = await Promise.all([
      published(tx)
        .where("r.id", "in", ids)
        .select(["r.id", "m.kind", "m.title", "m.day", "m.slug", "m.body_id", "b.name as body_name"])
        .select(sql<Date>`greatest(r.public_from, m.public_from)`.as("visible_from"))
        .execute(),
      tx
        .selectFrom("recording_chapters as c")
        .leftJoin("agenda_items as i", "i.id", "c.agenda_item_id")
        .where("c.recording_id", "in", ids)
        .where(sql<SqlBool>`coalesce(i.title, c.title) is not null`)
        .orderBy("c.starts")
        .select(["c.recording_id", sql<LocalizedText>`coalesce(i.title, c.title)`.as("title")])
        .execute(),
    ]);
    const byRecording = Map.groupBy(chapters, ({ recording_id }) => recording_id);
    return rows.flatMap((row) =>
      documentsOf({
        subject: `recording:${row.id}`,
        kind: "recording",
        url: recordingUrl(row.slug),
        title: inLibrary(fullTitle(row)),
        texts: (locale) => (byRecording.get(row.id) ?? []).map(({ title }) => said(title, locale)),
        date: row.day,
        year: yearOf(row.day),
        body: row.body_id,
        topic: null,
        visibleFrom: row.visible_from,
      }),
    );
  },
  async shown(tx, found, now) {
    const rows = await published(tx)
      .where(isShown(now))
      .where(
        "r.id",
        "in",
        found.map(({ id }) => id),
      )
      .select("r.id")
      .execute();
    return new Map(rows.map(({ id }) => [id, { beside: null }]));
  },
};
