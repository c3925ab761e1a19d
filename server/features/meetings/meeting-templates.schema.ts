import * as v from "valibot";
import { localizedHtml, localizedText } from "../../text.schema.ts";
import { itemKinds } from "./meetings.shared.ts";

/** An item that stands on every agenda: the roll, the minutes of the last time, questions. */
export const StandingItem = v.strictObject({
  kind: v.picklist(itemKinds),
  title: localizedText(500),
  summary: v.nullish(localizedText(5_000)),
});
export type StandingItem = v.InferOutput<typeof StandingItem>;

const standingItems = v.optional(v.pipe(v.array(StandingItem), v.maxLength(30)), []);

/** How a body is used to meet. */
export const MeetingTemplateInput = v.pipe(
  v.strictObject({
    bodyId: v.pipe(v.string(), v.uuid()),
    kind: v.picklist(
      ["ordinary", "extraordinary", "constitutive", "joint", "hearing", "consultation"],
      "text.required",
    ),
    /** By which it is chosen. */
    name: localizedText(120),
    title: v.nullish(localizedText(200)),
    place: v.nullish(localizedText(300)),
    onlineUrl: v.nullish(v.pipe(v.string(), v.url("fields.not_a_link"), v.regex(/^https?:/, "fields.not_a_link"))),
    access: v.optional(v.picklist(["open", "closed"]), "open"),
    closedReason: v.nullish(localizedText(1_000)),
    /** 1 is Monday. */
    weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
    /** Which one of its month, -1 the last; without it every week. */
    week: v.nullish(v.picklist([1, 2, 3, 4, -1])),
    /** `18:00` in Tirana. */
    startsAt: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "meetings.not_a_time")),
    /** How long it takes. */
    minutes: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_440))),
    openingItems: standingItems,
    closingItems: standingItems,
    /** The text of the notice. */
    notice: v.nullish(localizedHtml(20_000)),
  }),
  v.forward(
    v.check(
      ({ access, closedReason }) => (access === "closed") === Boolean(closedReason),
      "meetings.closed_without_reason",
    ),
    ["closedReason"],
  ),
);
export type MeetingTemplateInput = v.InferInput<typeof MeetingTemplateInput>;
