import { type Actor, isSomebody } from "../../http/scope.ts";
import type { Role } from "./roles.shared.ts";

/** Whether somebody may do something. Pure: it knows who asks, and nothing else. */
export type Policy = (actor: Actor) => boolean;

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
/** Whether one person prepares and another publishes is for the council alone. */
export const mayDecideApproval: Policy = (actor) => !isOperator(actor) && mayChangeSettings(actor);

/** @param _entity as in the audit: "act", "meeting" … Who may edit one thing may edit all today. */
export const mayEdit = (actor: Actor, _entity?: string): boolean =>
  isOneOf(actor, "secretary", "editor", "publisher") || isOperator(actor);
export const mayPublish = (actor: Actor, _entity?: string): boolean => isOneOf(actor, "secretary", "publisher");
/**
 * What the public reads already: where the council has one person prepare and another approve, nothing of it changes
 * without whoever may publish.
 */
export const mayChangePublic = (needsApproval: boolean): Policy => (needsApproval ? mayPublish : mayEdit);
/** Everybody sees at once what is written down while the council sits: it is for whoever may publish. */
export const mayRunMeetings: Policy = (actor) => mayPublish(actor, "meeting");
/** Drafts and what is in the bin, without changing anything. */
export const maySeeDrafts = (actor: Actor, _entity?: string): boolean =>
  isOneOf(actor, "secretary", "editor", "publisher", "auditor") || isOperator(actor);

/** What the workspace of a council shows as a matrix; each right is the very function that the routes ask. */
export const rightsWhere = ({ needsApproval }: { needsApproval: boolean }) => ({
  see_drafts: maySeeDrafts,
  edit: mayEdit,
  change_public: mayChangePublic(needsApproval),
  publish: mayPublish,
  run_meetings: mayRunMeetings,
  settings: mayChangeSettings,
  accounts: mayManageAccounts,
  audit: mayReadAudit,
});
export type Right = keyof ReturnType<typeof rightsWhere>;
