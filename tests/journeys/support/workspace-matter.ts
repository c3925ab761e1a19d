import { inject } from "vitest";
import { findByEmail } from "../../../server/features/accounts/accounts.queries.ts";
import { invite } from "../../../server/features/accounts/invitations.service.ts";
import { makeResetLink } from "../../../server/features/accounts/passwords.service.ts";
import type { OfferedRole } from "../../../server/features/accounts/roles.shared.ts";
import { createTemplate } from "../../../server/features/meetings/meeting-templates.service.ts";
import { recordVote } from "../../../server/features/meetings/votes.service.ts";
import { drawMinutes } from "../../../server/features/minutes/minutes.service.ts";
import { setCaptions, setRecordingLink } from "../../../server/features/recordings/recordings.service.ts";
import { type LiveSession, liveSession } from "./live-session.ts";

/** What stands in the workspace of the complete example beside the example itself. */
export interface WorkspaceMatter extends LiveSession {
  template: string;
  /** Invites somebody; the link is the one of the mail. */
  invites(roles: OfferedRole[], person?: string): Promise<{ email: string; token: string; path: string }>;
  /** Lets somebody choose a new password. @returns the secret of the link */
  resets(email: string): Promise<string>;
}

/**
 * A meeting of the Council that was run from the console and is over, with a vote by name, minutes that are drawn, a
 * recording with captions; and a template for further ones.
 */
export async function workspaceMatter(): Promise<WorkspaceMatter> {
  const session = await liveSession(inject("environment"), "valbardhe", [
    { sq: "Ura e re mbi lumë", en: "The new bridge over the river" },
    { sq: "Tarifa e parkimit", en: "The parking fee" },
  ]);
  const { step, does, id, members, items } = session;
  await step({ kind: "opened" });
  await step({
    kind: "roll_called",
    members: members.map((member, at) => ({ personId: member.id, status: at === 0 ? "absent" : "present" })),
  });
  await step({ kind: "agenda_approved" });
  await step({ kind: "item_started", itemId: items[0] });
  await step({ kind: "item_ended", itemId: items[0], ending: "noted" });
  await step({ kind: "closed" });
  const template = await does(async (tx, by) => {
    const ballots = members.slice(1).map((member) => ({ personId: member.id, choice: "for" as const }));
    await recordVote(tx, by, items[1]!, { method: "by_name", ballots });
    await drawMinutes(tx, by, id);
    await setRecordingLink(tx, by, id, { link: "https://example.com/mbledhja.mp4", duration: 3_600 });
    await setCaptions(tx, by, id, "sq", "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nMirëmëngjes.\n");
    const { body_id: bodyId } = await tx
      .selectFrom("meetings")
      .select("body_id")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return createTemplate(tx, by, {
      ...{ bodyId, kind: "ordinary", weekday: 4, week: 2, startsAt: "17:00", minutes: 120 },
      ...{ name: { sq: "Mbledhja e muajit", en: "The monthly meeting" }, place: { sq: "Salla", en: "Hall" } },
      openingItems: [{ kind: "procedure", title: { sq: "Miratimi i procesverbalit", en: "Approval of the minutes" } }],
      closingItems: [],
    });
  });
  return {
    ...{ ...session, template },
    async invites(roles, person) {
      const email = `${crypto.randomUUID()}@valbardhe.example`;
      const token = await does((tx, by) => invite(tx, by, { email, name: "", roles, language: "sq", person }));
      return { email, token, path: `/admin/ftesa/${token}` };
    },
    resets: (email) => does(async (tx, by) => makeResetLink(tx, by.now, (await findByEmail(tx, email))!, "public")),
  };
}
