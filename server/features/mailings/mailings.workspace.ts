import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { readQuery, typedText } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { InvalidInput } from "../../http/problem.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { typed } from "../../workspace/form-fields.schema.ts";
import { form, typedValues } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import type { TypedValues } from "../../workspace/typed-values.ts";
import { mayPublishAll, maySeeAllDrafts } from "../accounts/policies.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { deskPaths } from "../meetings/desk/desk-paths.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { bodiesOf } from "../meetings/held-meeting.ts";
import { meetingNotFound } from "../meetings/meetings.errors.ts";
import { type Member, membersOn } from "../meetings/members.queries.ts";
import { addressStood, mailingsPaths as paths } from "./mailings.paths.shared.ts";
import { findMailing } from "./mailings.queries.ts";
import { NoticeContact } from "./mailings.schema.ts";
import { sendAgain, sendNotice } from "./mailings.service.ts";
import { findNoticeContacts, setNoticeContact } from "./notice-contacts.service.ts";
import { findMailboxes } from "./recipients.queries.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function idOf(c: WorkspaceContext): string {
  const id = c.req.param("id") ?? "";
  if (!uuid.test(id)) throw meetingNotFound();
  return id;
}

/** Whose address is being entered: the one in the address of the page, or of the form that came back. */
const askedMember = (c: WorkspaceContext, typed?: TypedValues): string | null =>
  typed
    ? String(typed.personId ?? "")
    : readQuery({ member: typedText }, new URL(c.req.url).searchParams, ["done"]).member;

/** Where each member has the notice; an address that is not public only for whoever may enter it. */
async function withAddresses(tx: TenantTx, members: readonly Member[], maySend: boolean) {
  const ids = members.map(({ id }) => id);
  const [entered, reached] = await Promise.all([findNoticeContacts(tx, ids), findMailboxes(tx, ids)]);
  return members.map(({ id, name }) => {
    const contact = entered.get(id) ?? null;
    return {
      ...{ id, name, reaches: contact ? ("own" as const) : reached.has(id) ? ("public" as const) : ("paper" as const) },
      contact: maySend ? contact : null,
      publicAddress: contact ? null : (reached.get(id)?.address ?? null),
    };
  });
}

async function mailing(c: WorkspaceContext, typed?: TypedValues) {
  const id = idOf(c);
  const asked = askedMember(c, typed);
  const { locale, now } = c.var;
  const words = phrases(locale, "sending");
  return c.var.db.read(async (tx) => {
    const meeting = await tx
      .selectFrom("meetings as m")
      .innerJoin("bodies as b", "b.id", "m.body_id")
      .where("m.id", "=", id)
      .select(["m.id", "m.slug", "m.body_id", "m.kind", "m.title", "m.stage", "m.day", "m.state", "m.public_from"])
      .select(["b.kind as body_kind", "b.name as body_name"])
      .executeTakeFirst();
    if (!meeting) throw meetingNotFound();
    const [last, bodies] = await Promise.all([findMailing(tx, id), bodiesOf(tx, meeting)]);
    const maySend = mayPublishAll(c.var.actor);
    const members = await withAddresses(tx, await membersOn(tx, bodies, meeting.day), maySend);
    const isPublic = meeting.state === "published" && meeting.public_from! <= now;
    return {
      id,
      name: fullMeetingName(meeting),
      day: meeting.day,
      stage: meeting.stage,
      url: isPublic ? meetingUrl(meeting.slug) : null,
      members,
      maySend,
      asked: maySend ? (members.find((member) => member.id === asked) ?? null) : null,
      languages: [
        { value: "sq", label: words("albanian") },
        { value: "en", label: words("english") },
      ],
      last: last && {
        method: last.method,
        askedAt: last.askedAt.toISOString(),
        askedBy: last.askedBy.name,
        isCurrent: last.isCurrent,
        recipients: last.recipients.map(({ at, ...one }) => ({ ...one, at: at?.toISOString() ?? null })),
      },
      desk: fillPath(deskPaths.meeting, { id })[locale],
      actions: {
        send: fillPath(paths.send, { id })[locale],
        again: fillPath(paths.again, { id })[locale],
        address: fillPath(paths.address, { id })[locale],
      },
    };
  });
}
export type Mailing = Awaited<ReturnType<typeof mailing>>;

async function mailingPage(c: WorkspaceContext, typed?: TypedValues): Promise<Shown> {
  return { view: "mailings/mailing-page", data: await mailing(c, typed) };
}
const done = (c: WorkspaceContext, word: string) =>
  `${fillPath(paths.mailing, { id: idOf(c) })[c.var.locale]}?done=${word}`;

/** Emptied, the address is taken back. */
const AddressForm = v.object({
  personId: v.pipe(v.string(), v.uuid()),
  email: v.pipe(typed, v.trim(), v.union([v.literal(""), NoticeContact.entries.email], "email.malformed")),
  language: NoticeContact.entries.language,
});

/** The notice of a meeting by mail: to whom it went, and who has to have it on paper. */
export const mailingsWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(paths.mailing, maySeeAllDrafts, (c) => mailingPage(c)),
    form(paths.send, mayPublishAll, {
      name: "send",
      schema: v.object({}),
      save: async (c) => {
        await c.var.db.write((tx) => sendNotice(tx, doing(c), idOf(c)));
        return done(c, "sent");
      },
      again: mailingPage,
    }),
    form(paths.again, mayPublishAll, {
      name: "again",
      schema: v.object({}),
      save: async (c) => {
        await c.var.db.write((tx) => sendAgain(tx, doing(c), idOf(c)));
        return done(c, "again");
      },
      again: mailingPage,
    }),
    form(paths.address, mayPublishAll, {
      name: "address",
      schema: AddressForm,
      standing: ({ data }) => addressStood((data as Mailing).asked?.contact ?? null),
      // The same member's address is entered on the page of each meeting.
      changes: ({ personId }) => String(personId ?? ""),
      save: async (c, { personId, email, language }) => {
        const contact = email === "" ? null : { email, language };
        const isTheirs = (await c.req.formData()).get("choose.email") === "theirs";
        const isForgotten = !isTheirs && String((await typedValues(c)).email ?? "").trim() === "";
        const did = await c.var.db.write(async (tx) => {
          // Nothing is taken back where nothing stands, but by whoever chose that it stays so.
          if (isForgotten && !(await findNoticeContacts(tx, [personId])).has(personId))
            throw new InvalidInput([{ path: "email", code: "text.required" }]);
          await setNoticeContact(tx, doing(c), personId, contact);
          return contact ? "address" : "address_gone";
        });
        return done(c, did);
      },
      again: mailingPage,
    }),
  ],
});
