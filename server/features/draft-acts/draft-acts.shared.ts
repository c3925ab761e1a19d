/** How far a draft act has come. */
export const draftStages = [
  "initiative",
  "drafting",
  "consultation",
  "review",
  "agenda",
  "adopted",
  "rejected",
  "withdrawn",
] as const;
export type DraftStage = (typeof draftStages)[number];

/** Whether comments are awaited today, were awaited once, or have not been asked for. */
export const commentStates = ["open", "closed", "none"] as const;
export type CommentState = (typeof commentStates)[number];

/** Meetings at which people are heard about a draft act. */
export const hearingKinds = ["hearing", "consultation"] as const;
export type HearingKind = (typeof hearingKinds)[number];

/** The kind of thing for which its periods run in `deadlines`. */
export const draftActSubject = "draft-act";
/** What a notice is about: what is intended before anything is drafted, or the draft itself. */
export const noticeAbouts = ["initiative", "draft"] as const;
export type NoticeAbout = (typeof noticeAbouts)[number];
/** The rules of the law by which comments are awaited: before drafting, on the text, and how long at most. */
export const periodRules = { initiative: "K2", draft: "K3", longest: "K4" } as const;
