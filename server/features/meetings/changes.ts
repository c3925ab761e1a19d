import type { LocalizedText } from "../../locale.shared.ts";
import type { ContentDocument, MeetingContent } from "./meeting-content.ts";
import type { MeetingChangeView } from "./meeting-view.schema.ts";

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
/** What was not told is the empty text. */
const asText = (value: string | null): LocalizedText => ({ sq: value ?? "", en: value ?? "" });
const empty: LocalizedText = { sq: "", en: "" };

function documentChanges(
  before: readonly ContentDocument[],
  after: readonly ContentDocument[],
  number: string | null,
): MeetingChangeView[] {
  const known = new Map(before.map((one) => [one.id, one]));
  const left = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((one): MeetingChangeView[] => {
      const earlier = known.get(one.id);
      if (!earlier) return [{ what: "document_added", number, from: null, to: one.title }];
      if (earlier.sha256 === one.sha256) return [];
      return [{ what: "document_replaced", number, from: earlier.title, to: one.title }];
    }),
    ...before
      .filter(({ id }) => !left.has(id))
      .map(({ title }): MeetingChangeView => ({ what: "document_removed", number, from: title, to: null })),
  ];
}

function itemChanges(before: MeetingContent["items"], after: MeetingContent["items"]): MeetingChangeView[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const left = new Set(after.map(({ id }) => id));
  const renumbered = after.filter(({ id, number }) => known.has(id) && known.get(id)!.number !== number);
  return [
    ...before
      .filter(({ id }) => !left.has(id))
      .map(({ number, title }): MeetingChangeView => ({ what: "item_removed", number, from: title, to: null })),
    ...after
      .filter(({ id }) => !known.has(id))
      .map(({ number, title }): MeetingChangeView => ({ what: "item_added", number, from: null, to: title })),
    ...after
      .filter(({ id, title }) => known.has(id) && !same(known.get(id)!.title, title))
      .map(({ id, number, title }): MeetingChangeView => {
        return { what: "item_renamed", number, from: known.get(id)!.title, to: title };
      }),
    ...renumbered.map(({ id, number, title }): MeetingChangeView => {
      return { what: "item_renumbered", number, from: asText(known.get(id)!.number), to: title };
    }),
    // The papers of an item that is new, or gone, came and went with it.
    ...after.flatMap(({ id, number, documents }) =>
      known.has(id) ? documentChanges(known.get(id)!.documents, documents, number) : [],
    ),
  ];
}

/** What is different between two states of a meeting as readers saw them, in the order of its page. */
export function changesBetween(before: MeetingContent, after: MeetingContent): MeetingChangeView[] {
  const changes: MeetingChangeView[] = [];
  if (before.startsAt !== after.startsAt)
    changes.push({ what: "begins", number: null, from: asText(before.startsAt), to: asText(after.startsAt) });
  if (before.endsAt !== after.endsAt)
    changes.push({ what: "ends", number: null, from: asText(before.endsAt), to: asText(after.endsAt) });
  if (!same(before.place, after.place))
    changes.push({ what: "place", number: null, from: before.place ?? empty, to: after.place ?? empty });
  if (before.onlineUrl !== after.onlineUrl)
    changes.push({ what: "online", number: null, from: asText(before.onlineUrl), to: asText(after.onlineUrl) });
  if (before.access !== after.access) changes.push({ what: after.access, number: null, from: null, to: null });
  return [
    ...changes,
    ...itemChanges(before.items, after.items),
    ...documentChanges(before.documents, after.documents, null),
  ];
}
