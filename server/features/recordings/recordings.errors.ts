import { AppError } from "../../http/errors.ts";

export const recordingNotFound = () => new AppError("recordings.not_found", 404);
export const noSuchPage = (pages: number) => new AppError("recordings.no_such_page", 404, { pages });
export const noRecordingYet = () => new AppError("recordings.none_yet", 409);
export const meetingNotBegun = () => new AppError("recordings.not_begun", 409);
export const meetingNotPublic = () => new AppError("recordings.meeting_not_public", 409);
export const meetingIsClosed = () => new AppError("recordings.closed_meeting", 409);
export const publicAlready = () => new AppError("recordings.already_public", 409);
export const notPublished = () => new AppError("recordings.not_published", 409);
export const isPublicStill = () => new AppError("recordings.withdraw_first", 409);
/** Somebody put another file or link in its place since the page was opened. */
export const sourceChanged = (text: string) => new AppError("recordings.source_changed", 409, { text });
export const noLog = () => new AppError("recordings.no_log", 409);
export const noChapters = () => new AppError("recordings.no_chapters", 409);
export const replacedWithRecording = () => new AppError("recordings.replaced_there", 409);
export const notAVideo = (name: string) => new AppError("recordings.not_a_video", 415, { name });
