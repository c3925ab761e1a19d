import type { TenantTx } from "../../../db/tenant-db.ts";
import { numericDay } from "../../../local-time.ts";
import type { LocalizedText } from "../../../locale.shared.ts";
import { meetingUrl } from "../../elements/item-urls.shared.ts";
import { meetingName } from "../../meetings/meeting-name.ts";
import type { MeetingKind } from "../../meetings/meetings.shared.ts";
import { itemAnchor, numberOf } from "../../meetings/numbers.shared.ts";
import { documentsOf, type Source, said, saidInHtml, yearOf } from "../source.ts";

interface Named {
  kind: MeetingKind;
  title: LocalizedText | null;
  body_name: LocalizedText;
  day: string;
}
/** “Mbledhje e radhës, Këshilli Bashkiak, 05.03.2026” */
export function fullTitle(meeting: Named): LocalizedText {
  const { body_name, day } = meeting;
  const inLanguage = (locale: "sq" | "en") =>
    `${meetingName(meeting, locale)}, ${body_name[locale] || body_name.sq}, ${numericDay(day)}`;
  return { sq: inLanguage("sq"), en: inLanguage("en") };
}

const first = "00000000-0000-0000-0000-000000000000";

const published = (tx: TenantTx) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.state", "=", "published")
    .where("m.public_from", "is not", null);
const named = ["m.kind", "m.title", "m.day", "m.slug", "m.body_id", "m.public_from", "b.name as body_name"] as const;

export const meetings: Source = {
  name: "meeting",
  batch: 100,
  idsAfter: async (tx, after, limit) =>
    (
      await published(tx)
        .where("m.id", ">", after || first)
        .orderBy("m.id")
        .limit(limit)
        .select("m.id")
        .execute()
    ).map(({ id }) => id),
  async documents(tx, ids) {
    const rows = await published(tx)
      .where("m.id", "in", ids)
      .select(["m.id", "m.description", "m.notice", "m.place"])
      .select(named)
      .execute();
    return rows.flatMap((meeting) =>
      documentsOf({
        subject: `meeting:${meeting.id}`,
        kind: "meeting",
        url: meetingUrl(meeting.slug),
        title: fullTitle(meeting),
        texts: (locale) => [
          saidInHtml(meeting.description, locale),
          said(meeting.place, locale),
          saidInHtml(meeting.notice, locale),
        ],
        date: meeting.day,
        year: yearOf(meeting.day),
        body: meeting.body_id,
        topic: null,
        visibleFrom: meeting.public_from!,
      }),
    );
  },
  async shown(tx, found, now) {
    const ids = found.map(({ id }) => id);
    const rows = await published(tx)
      .where("m.id", "in", ids)
      .where("m.public_from", "<=", now)
      .select("m.id")
      .execute();
    return new Map(rows.map(({ id }) => [id, { beside: null }]));
  },
};

const itemsOf = (tx: TenantTx) => published(tx).innerJoin("agenda_items as i", "i.meeting_id", "m.id");

export const agendaItems: Source = {
  name: "agenda_item",
  batch: 200,
  idsAfter: async (tx, after, limit) =>
    (
      await itemsOf(tx)
        .where("i.id", ">", after || first)
        .orderBy("i.id")
        .limit(limit)
        .select("i.id")
        .execute()
    ).map(({ id }) => id),
  async documents(tx, ids) {
    const rows = await itemsOf(tx)
      .where("i.id", "in", ids)
      .select(["i.id", "i.path", "i.title as item_title", "i.summary", "i.protocol_number"])
      .select(named)
      .execute();
    return rows.flatMap((item) => {
      const { sq, en } = meetingUrl(item.slug);
      const anchor = itemAnchor(numberOf(item.path));
      return documentsOf({
        subject: `agenda_item:${item.id}`,
        kind: "agenda_item",
        url: { sq: `${sq}#${anchor}`, en: `${en}#${anchor}` },
        title: item.item_title,
        names: () => [item.protocol_number],
        texts: (locale) => [said(item.summary, locale)],
        date: item.day,
        year: yearOf(item.day),
        body: item.body_id,
        topic: null,
        visibleFrom: item.public_from!,
      });
    });
  },
  async shown(tx, found, now) {
    const ids = found.map(({ id }) => id);
    const rows = await itemsOf(tx)
      .where("i.id", "in", ids)
      .where("m.public_from", "<=", now)
      .select("i.id")
      .select(named)
      .execute();
    return new Map(rows.map((row) => [row.id, { beside: fullTitle(row) }]));
  },
};
