export const meetingKinds = [
  "ordinary",
  "extraordinary",
  "constitutive",
  "joint",
  "hearing",
  "consultation",
  "event",
  "ceremony",
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** `planned → announced → open → closed → minutes_published`; the last two instead of any of these. */
export const meetingStages = [
  "planned",
  "announced",
  "open",
  "closed",
  "minutes_published",
  "cancelled",
  "postponed",
] as const;
export type MeetingStage = (typeof meetingStages)[number];

export const itemKinds = [
  "draft_act",
  "report",
  "information",
  "question",
  "election",
  "request",
  "procedure",
  "other",
] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemResults = ["adopted", "adopted_changed", "rejected", "postponed", "withdrawn", "noted"] as const;
export type ItemResult = (typeof itemResults)[number];

export const voteMethods = ["by_name", "count", "secret"] as const;
export type VoteMethod = (typeof voteMethods)[number];

/** Of those voting, of all members, three fifths of all members. */
export const majorities = ["voting", "all", "three_fifths"] as const;
export type Majority = (typeof majorities)[number];

export const choices = ["for", "against", "abstained", "absent", "not_voting"] as const;
export type Choice = (typeof choices)[number];

export const attendanceStatuses = ["present", "late", "absent_with_reason", "absent"] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** Meetings with an agenda on which something is decided; hearings and events have lists of their own. */
export const sittings = [
  "ordinary",
  "extraordinary",
  "constitutive",
  "joint",
] as const satisfies readonly MeetingKind[];
