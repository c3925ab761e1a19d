import { type Actor, isSomebody } from "../../http/scope.ts";
import type { Role } from "./roles.shared.ts";

/** The parts of the address with which a route is asked: of which kind something is, and which one. */
export type Asked = Readonly<Record<string, string | undefined>>;
/** Whether somebody may do something. Pure: it knows who asks and for what, and nothing else. */
export type Policy = (actor: Actor, asked?: Asked) => boolean;

/** Those who run the portal help to set up and to repair. What is the council's to decide they leave to it. */
const isOperator = (actor: Actor) => actor.kind === "operator";
const isOneOf = (actor: Actor, ...roles: Role[]) =>
  actor.kind === "account" && actor.roles.some((role) => roles.includes(role));

/** For sign-in and links that came by mail. */
export const anybody: Policy = () => true;
export const isSignedIn: Policy = (actor) => actor.kind === "account";
/** Signed in, or on a visit. */
export const isInside: Policy = isSomebody;

export const mayManageAccounts: Policy = (actor) => isOneOf(actor, "secretary");
export const mayReadAudit: Policy = (actor) => isOneOf(actor, "secretary", "auditor") || isOperator(actor);
export const mayChangeSettings: Policy = (actor) => isOneOf(actor, "secretary") || isOperator(actor);
export const mayReadAccounts: Policy = (actor) => mayManageAccounts(actor) || isOneOf(actor, "auditor");
export const mayReadSettings: Policy = (actor) => mayChangeSettings(actor) || isOneOf(actor, "auditor");
/** Whether one person prepares and another publishes is for the council alone. */
export const mayDecideApproval: Policy = (actor) => !isOperator(actor) && mayChangeSettings(actor);

/** Whatever the council keeps here, but for what is kept for some. */
export const mayEditAll: Policy = (actor) => isOneOf(actor, "secretary", "editor", "publisher") || isOperator(actor);
export const mayPublishAll: Policy = (actor) => isOneOf(actor, "secretary", "publisher");
/** Drafts and what is in the bin, without changing anything. */
export const maySeeAllDrafts: Policy = (actor) => mayEditAll(actor) || isOneOf(actor, "auditor");

/** What somebody wants with a kind of things. A role that is about a part of it for the one may come with one that is about all for another. */
export type Want = "see" | "edit" | "publish";
/** Whether that is theirs with all of what the council keeps: whatever else their roles are about then takes nothing away. */
export const mayWithAll: Readonly<Record<Want, Policy>> = {
  see: maySeeAllDrafts,
  edit: mayEditAll,
  publish: mayPublishAll,
};

/** A draft act is what people are consulted about; which of them, and which documents, `partFor` of each kind says. */
const isOfConsultation = (entity: string) => entity === "draft_act" || entity === "document";
export const mayConsult: Policy = (actor) => isOneOf(actor, "coordinator_consultation");

/** A councillor whose account belongs to somebody of the register. */
export const hasOwnProfile = (actor: Actor): actor is Extract<Actor, { kind: "account" }> & { person: string } =>
  isOneOf(actor, "councillor") && actor.kind === "account" && actor.person !== undefined;
const isOwnProfile = (actor: Actor, entity: string, id?: string) =>
  hasOwnProfile(actor) && entity === "person" && actor.person === id;

/**
 * @param entity as in the audit: "act", "meeting" …
 * @param id which one; without it, things of that kind as such: their list, a new one
 */
export const mayEdit = (actor: Actor, entity: string, id?: string): boolean =>
  mayEditAll(actor) || (mayConsult(actor) && isOfConsultation(entity)) || isOwnProfile(actor, entity, id);
/** Some of a kind at least, where it is not said yet which. */
export const mayEditSome = (actor: Actor, entity: string): boolean =>
  mayEdit(actor, entity, hasOwnProfile(actor) ? actor.person : undefined);
/** To throw away is for whoever edits the kind as such: nobody throws themselves out of the register. */
export const mayBin = (actor: Actor, entity: string): boolean => mayEdit(actor, entity);
export const mayPublish = (actor: Actor, entity: string): boolean =>
  mayPublishAll(actor) || (mayConsult(actor) && isOfConsultation(entity));
export const maySeeDrafts = (actor: Actor, entity: string, id?: string): boolean =>
  maySeeAllDrafts(actor) || mayEdit(actor, entity, id);
/**
 * What the public reads already: where the council has one person prepare and another approve, nothing of it changes
 * without whoever may publish.
 */
export const mayChangePublic = (needsApproval: boolean): typeof mayEdit => (needsApproval ? mayPublish : mayEdit);
/** Everybody sees at once what is written down while the council sits: it is for whoever may publish. */
export const mayRunMeetings: Policy = (actor) => mayPublish(actor, "meeting");

/** Whether there is something to prepare at all: a form of somebody's own that waits to be saved. */
export const maySaveSomething: Policy = (actor) => mayEditAll(actor) || mayConsult(actor) || hasOwnProfile(actor);
/** Whether there are lists of drafts, and not just a page of one's own. */
export const maySeeSomeDrafts: Policy = (actor) => maySeeAllDrafts(actor) || mayConsult(actor);

/** What the workspace of a council shows as a matrix; each right is the very function that the routes ask. */
export const rightsWhere = ({ needsApproval }: { needsApproval: boolean }) => ({
  see_drafts: maySeeDrafts,
  edit: mayEdit,
  change_public: mayChangePublic(needsApproval),
  publish: mayPublish,
  run_meetings: (actor: Actor) => mayRunMeetings(actor),
  read_settings: (actor: Actor) => mayReadSettings(actor),
  settings: (actor: Actor) => mayChangeSettings(actor),
  read_accounts: (actor: Actor) => mayReadAccounts(actor),
  accounts: (actor: Actor) => mayManageAccounts(actor),
  audit: (actor: Actor) => mayReadAudit(actor),
});
export type Right = keyof ReturnType<typeof rightsWhere>;

/** How far a right of somebody's goes. */
export const reaches = ["all", "consultations", "own_profile", "none"] as const;
export type Reach = (typeof reaches)[number];

/** By asking the right itself: for anything, for what people are consulted about, for the profile of one's own. */
export function reachOf(may: ReturnType<typeof rightsWhere>[Right], actor: Actor): Reach {
  if (may(actor, "anything")) return "all";
  if (may(actor, "draft_act")) return "consultations";
  return hasOwnProfile(actor) && may(actor, "person", actor.person) ? "own_profile" : "none";
}
