import type { InBoth } from "../elements/catalogue.shared.ts";

/** Where a draft act's way from its first notice to the vote is entered. */
export const consultationPaths = {
  page: { sq: "/admin/projektaktet/:id/konsultimi", en: "/en/admin/draft-acts/:id/consultation" },
  step: { sq: "/admin/projektaktet/:id/konsultimi/:step", en: "/en/admin/draft-acts/:id/consultation/:step" },
} as const satisfies Record<string, InBoth>;

/** Notices that begin a period for comments. */
export const noticeSteps = ["initiative", "consultation"] as const;
export type NoticeStep = (typeof noticeSteps)[number];
/** What can be entered of a draft act, each by a form of its own. */
export const consultationSteps = [
  ...noticeSteps,
  "extended",
  "review",
  "drafting",
  "agenda",
  "rejected",
  "withdrawn",
  "reopened",
  "day_corrected",
  "taken_back",
  "hearing",
  "hearing_changed",
  "hearing_cancelled",
  "hearing_held",
  "hearing_minutes",
  "hearing_recording",
] as const;
export type ConsultationStep = (typeof consultationSteps)[number];
