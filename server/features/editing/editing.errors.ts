import { AppError } from "../../http/errors.ts";

export const noSuchKind = () => new AppError("editing.no_such_kind", 404);
export const notThere = () => new AppError("editing.not_there", 404);
export const inBin = () => new AppError("editing.in_bin", 409);
export const notInBin = () => new AppError("editing.not_in_bin", 409);
export const publicStays = () => new AppError("editing.public_stays", 409);
export const withdrawnStays = () => new AppError("editing.withdrawn_stays", 409);
/** Something else refers to it. */
export const namedElsewhere = () => new AppError("editing.named_elsewhere", 409);
export const alwaysPublic = () => new AppError("editing.always_public", 422);
export const noSuchRevision = () => new AppError("editing.no_such_revision", 404);
export const formTooLarge = () => new AppError("editing.form_too_large", 413);
export const tooManyEdits = (maximum: number) => new AppError("editing.too_many_edits", 409, { maximum });
/** Another page that the same person has open keeps its form there. */
export const keptElsewhere = () => new AppError("editing.kept_elsewhere", 409);
/** What comes now was on its way before, or goes on under another name. */
export const savedSince = () => new AppError("editing.saved_since", 409);
export const noPage = () => new AppError("editing.no_page", 404);
export const notSubmitted = () => new AppError("editing.not_submitted", 409);
export const changedSinceSubmitted = () => new AppError("editing.changed_since_submitted", 409);
/** It is public, and the council has one person prepare and another approve. */
export const changedByPublishers = () => new AppError("editing.changed_by_publishers", 403);
export const isChangedByPublishers = ({ code }: AppError) => code === changedByPublishers().code;
/** Whoever may save a change proposes none. */
export const savedDirectly = () => new AppError("editing.saved_directly", 409);
/** More was proposed since the page was opened. */
export const proposalChanged = () => new AppError("editing.proposal_changed", 409);
export const noProposal = () => new AppError("editing.no_proposal", 409);
/** Those who run the portal are no second person of the council. */
export const operatorsStandAside = () => new AppError("editing.operators_stand_aside", 403);
export const alreadyPublic = () => new AppError("editing.already_public", 409);
export const ownSubmission = () => new AppError("editing.own_submission", 409);
/** A new thing of a kind whose form is that of its collection, without any. */
export const elementNotChosen = () => new AppError("editing.element_not_chosen", 422);
