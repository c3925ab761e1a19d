import type { TenantTx } from "../../db/tenant-db.ts";
import { readParties } from "../people/parties.queries.ts";
import {
  findAffiliationsOfBody,
  findBody,
  findLastMeetings,
  findMembersOfBody,
  findNextMeetings,
} from "./bodies.queries.ts";
import type { BodyKind } from "./bodies.shared.ts";
import type { Body } from "./body.schema.ts";
import { bodyRef, meetingRef, membersOf } from "./body-view.ts";

const shownNext = 3;
const shownLast = 6;

/** Everything that a body’s page says; nothing where no public body of the kind stands at the address. */
export async function readBody(
  tx: TenantTx,
  kind: BodyKind,
  slug: string | null,
  today: string,
  now: Date,
): Promise<Body | undefined> {
  const found = await findBody(tx, kind, slug, now);
  if (!found) return undefined;
  const withParty = kind === "committee";
  const [rows, affiliations, parties, next, last] = await Promise.all([
    findMembersOfBody(tx, found.id, now),
    withParty ? findAffiliationsOfBody(tx, found.id) : [],
    readParties(tx),
    findNextMeetings(tx, found.id, now, shownNext),
    findLastMeetings(tx, found.id, now, shownLast),
  ]);
  return {
    ...bodyRef(found),
    functions: found.functions,
    duties: found.duties,
    foundingAct: found.founding_act,
    unit: found.unit,
    contacts: found.contacts,
    beginsOn: found.begins_on,
    endsOn: found.ends_on,
    isNow: found.ends_on === null || found.ends_on >= today,
    ...membersOf({ rows, affiliations, parties, withParty }, today),
    meetings: { next: next.map(meetingRef), last: last.map(meetingRef) },
  };
}
