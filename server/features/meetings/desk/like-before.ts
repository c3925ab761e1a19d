import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { InvalidInput } from "../../../http/problem.ts";
import { dayIn } from "../../../local-time.ts";
import type { Locale } from "../../../locale.shared.ts";
import { isoDate } from "../../../text.schema.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { onceOf, requiredText, timeOrNull, typedOrNull } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { isUuid } from "../../../workspace/uuid-part.ts";
import { madeOnce } from "../../editing/made-once.ts";
import { createFromLast, createFromTemplate, type MadeMeeting } from "../from-before.service.ts";
import { findTemplates } from "../meeting-templates.service.ts";
import { meetingEditable } from "../meetings.editable.ts";
import { findBodiesThatMet } from "./desk.queries.ts";
import { deskPath, editMeetings } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";

/** What a new meeting can be made like: the templates, and the last meeting of each body. */
export async function patternsFor(tx: TenantTx, locale: Locale, now: Date) {
  const t = phrases(locale, "desk");
  const [templates, bodies] = await Promise.all([findTemplates(tx), findBodiesThatMet(tx, dayIn(now))]);
  const said = (text: { sq: string; en?: string | null }) => text[locale] || text.sq;
  return [
    ...templates.map(({ id, name, bodyName }) => ({
      value: `template:${id}`,
      label: t("like_template", { name: said(name), body: said(bodyName) }),
    })),
    ...bodies.map(({ id, name }) => ({ value: `last:${id}`, label: t("like_last", { body: said(name) }) })),
  ];
}

const Like = v.object({
  /** `template:<id>` or `last:<body>` */
  like: requiredText,
  day: v.pipe(typedOrNull, v.nullable(isoDate)),
  time: timeOrNull,
  form: onceOf,
});

const failures = {
  "meetings.no_meeting_before": "like",
  "meetings.no_day_found": "day",
  "meetings.another_then": "time",
};

/** What is said of a meeting that was made: that its day is another than usual, or that no item came again. */
const toldOf = ({ proposal, items }: MadeMeeting) =>
  proposal.skipped.length > 0 ? "made_later" : items > 0 ? "made" : "made_bare";

/**
 * A meeting like one before: on the day that is given, or the next on which the body is used to meet; at the hour that is
 * given, or the one of before.
 */
export const likeBeforeRoutes = (newPage: (c: WorkspaceContext) => Promise<Shown>) => [
  form(deskPaths.createLike, editMeetings, {
    name: "like",
    schema: Like,
    at: deskPaths.create,
    async save(c, { like, day, time, form }) {
      const [what, id = ""] = like.split(":");
      if (!isUuid(id) || (what !== "template" && what !== "last"))
        throw new InvalidInput([{ path: "like", code: "input.wrong" }]);
      const given = { day: day ?? undefined, time: time ?? undefined };
      const make = what === "template" ? createFromTemplate : createFromLast;
      const { made } = await atFields({ failures }, () =>
        c.var.db.write((tx) =>
          madeOnce(tx, c.var.now, {
            ...{ form, input: { like, ...given } },
            make: async () => {
              const meeting = await make(tx, doing(c), id, given);
              return `${meeting.id} ${toldOf(meeting)}`;
            },
            isThere: async (one) => (await meetingEditable.find(tx, one.split(" ")[0]!)) !== null,
          }),
        ),
      );
      const [meeting = "", told] = made.split(" ");
      return `${deskPath(c, "meeting", { id: meeting })}?done=${told}`;
    },
    again: newPage,
  }),
];
