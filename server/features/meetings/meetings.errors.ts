import { AppError } from "../../http/errors.ts";
import { numericDay } from "../../local-time.ts";

export const meetingNotFound = () => new AppError("meetings.not_found", 404);
export const noSuchPage = (pages: number) => new AppError("meetings.no_such_page", 404, { pages });
/** The body already meets at that hour. */
export const anotherThen = () => new AppError("meetings.another_then", 409);
export const bodyNotPublic = () => new AppError("meetings.body_not_public", 409);
export const alreadyPublic = () => new AppError("meetings.already_public", 409);
export const notPublished = () => new AppError("meetings.not_published", 409);
/** What was announced is cancelled and keeps its page. */
export const announcedStays = () => new AppError("meetings.announced_stays", 409);

export const alreadyAnnounced = () => new AppError("meetings.already_announced", 409);
export const notAnnounced = () => new AppError("meetings.not_announced", 409);
export const announcedAfterBeginning = () => new AppError("meetings.announced_after_beginning", 409);
/** @param lastDay on which the notice would have been in time, `YYYY-MM-DD` */
export const shortNotice = (lastDay: string) =>
  new AppError("meetings.short_notice", 409, { date: numericDay(lastDay) });
export const reasonNeeded = () => new AppError("meetings.reason_needed", 409);

/** What was decided is put right with a reason. */
export const minutesArePublic = () => new AppError("meetings.minutes_are_public", 409);

export const alreadyBegun = () => new AppError("meetings.already_begun", 409);
export const notOpen = () => new AppError("meetings.not_open", 409);
export const notClosed = () => new AppError("meetings.not_closed", 409);
export const doesNotTakePlace = () => new AppError("meetings.does_not_take_place", 409);
export const hasNotBegun = () => new AppError("meetings.has_not_begun", 409);
export const minutesMissing = () => new AppError("meetings.minutes_missing", 409);
export const closedBeforeOpened = () => new AppError("meetings.closed_before_opened", 409);

/** It is over, and the council wants its papers approved. */
export const papersByTwo = () => new AppError("meetings.papers_by_two", 409);
/** Its papers reach the public at once. */
export const papersAtOnce = () => new AppError("meetings.papers_at_once", 409);
/** Somebody changed what waits between the look and the deed. */
export const papersChanged = () => new AppError("meetings.papers_changed", 409);
export const itemNotFound = () => new AppError("meetings.item_not_found", 404);
/** The log of the sitting speaks of it. */
export const itemDiscussed = () => new AppError("meetings.item_discussed", 409);
export const itemDecided = () => new AppError("meetings.item_decided", 409);
export const resultContradictsVote = () => new AppError("meetings.result_contradicts_vote", 409);

export const noMembers = () => new AppError("meetings.no_members", 409);
/** @param needed more than half of all members */
export const noQuorum = (present: number, needed: number) =>
  new AppError("meetings.no_quorum", 409, { present, needed });
export const voteNotFound = () => new AppError("meetings.vote_not_found", 404);

export const templateNotFound = () => new AppError("meetings.template_not_found", 404);
/** Nothing that the next could be made like. */
export const noMeetingBefore = () => new AppError("meetings.no_meeting_before", 409);
export const noDayFound = () => new AppError("meetings.no_day_found", 409);
