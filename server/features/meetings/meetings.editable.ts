import { sql } from "kysely";
import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import { InvalidInput } from "../../http/problem.ts";
import { editable, type Found, rowsById } from "../editing/editable.ts";
import { composedTitle, inLanguage, namedBy } from "../editing/titles-in-sql.ts";
import { changedOnly } from "../editing/versions.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { arrangePapers, papersOf } from "./arranging.service.ts";
import { bodiesOf } from "./held-meeting.ts";
import { anotherThen } from "./meetings.errors.ts";
import { MeetingInput, MeetingPapers, Reason } from "./meetings.schema.ts";
import { changeMeeting, createMeeting, publishMeeting, withdrawMeeting } from "./meetings.service.ts";
import { meetingKinds } from "./meetings.shared.ts";

import { removeMeeting } from "./past-meetings.service.ts";
import { shownWithIt } from "./shown-with-it.ts";
import { personsInPapers, wordsOfMeeting, wordsOfResults } from "./told-of-meeting.ts";
import { asOneChange } from "./versions.service.ts";

/** A meeting with its agenda and papers. The reason is that of the change alone, for readers of an announced meeting. */
const MeetingEdit = v.strictObject({
  ...MeetingInput.entries,
  ...MeetingPapers.entries,
  reason: v.nullish(Reason),
});
type MeetingEdit = v.InferOutput<typeof MeetingEdit>;

const inBoth = (kind: (typeof meetingKinds)[number]) => ({
  sq: phrases("sq", "meetings")(`kind.${kind}`),
  en: phrases("en", "meetings")(`kind.${kind}`),
});
const kindName = namedBy(sql`kind`, Object.fromEntries(meetingKinds.map((kind) => [kind, inBoth(kind)])));
const bodyName = sql`(select b.name from bodies b where b.id = meetings.body_id)`;
const title = composedTitle((language) => [
  sql`to_char(day, 'DD.MM.YYYY')`,
  sql`' – '`,
  sql`coalesce(${inLanguage(sql`title`, language)}, ${inLanguage(kindName, language)})`,
  sql`', '`,
  inLanguage(bodyName, language),
]);

async function find(tx: TenantTx, id: string): Promise<Found<MeetingEdit> | null> {
  const stored = await tx.selectFrom("meetings").selectAll().where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const { kind, slug, description, place, access, state, public_from } = stored;
  const [bodyId, ...jointBodyIds] = await bodiesOf(tx, stored);
  return {
    input: {
      ...{ bodyId: bodyId!, jointBodyIds, kind, title: stored.title, description, place, access },
      ...{ startsAt: stored.starts_at, endsAt: stored.ends_at, onlineUrl: stored.online_url },
      ...{ closedReason: stored.closed_reason, reason: null },
      ...(await papersOf(tx, id)),
    },
    standing: { state, public_from },
    title: stored.title ?? inBoth(kind),
    publicUrl: meetingUrl(slug),
  };
}

export const meetingEditable = editable<MeetingEdit>({
  entity: "meeting",
  elements: ["I.3.3", "I.3.4", "I.3.8", "I.3.9", "I.9.1", "II.6.3", "II.6.5"],
  schema: MeetingEdit,
  rows: rowsById("meetings", { title, words: sql`folded_text` }),
  find,
  async create(tx, by, { items, documents, reason: _, ...input }) {
    const { id } = await createMeeting(tx, by, input);
    await arrangePapers(tx, by, id, { items, documents });
    return id;
  },
  async change(tx, by, id, { items, documents, reason, bodyId, ...input }) {
    const { input: before } = (await find(tx, id))!;
    if (bodyId !== before.bodyId) throw new InvalidInput([{ path: "bodyId", code: "editing.fixed" }]);
    const own = changedOnly(before, input);
    await asOneChange(tx, by, id, reason, async () => {
      if (Object.keys(own).length > 0) await changeMeeting(tx, by, id, own, reason);
      await arrangePapers(tx, by, id, { items, documents }, reason);
    });
  },
  publish: publishMeeting,
  async isToBeApproved(tx, id) {
    const meeting = await tx.selectFrom("meetings").select("stage").where("id", "=", id).executeTakeFirst();
    return meeting?.stage === "planned";
  },
  shownWithIt,
  words: wordsOfMeeting,
  wordsBeside: wordsOfResults,
  personsInPapers,
  takenMeanwhile: { meetings_once: anotherThen },
  withdraw: withdrawMeeting,
  remove: removeMeeting,
});
