import { actsRules } from "../acts/acts.readiness.ts";
import { bodiesRules } from "../bodies/bodies.readiness.ts";
import { calendarRules } from "../calendar/calendar.readiness.ts";
import { draftActsRules } from "../draft-acts/draft-acts.readiness.ts";
import { electionsRules } from "../elections/elections.readiness.ts";
import { followingRules } from "../following/following.readiness.ts";
import { meetingsRules } from "../meetings/meetings.readiness.ts";
import { payRules } from "../pay/pay.readiness.ts";
import { peopleRules } from "../people/people.readiness.ts";
import { planRules } from "../plan/plan.readiness.ts";
import { recordingsRules } from "../recordings/recordings.readiness.ts";
import { registersRules } from "../registers/registers.readiness.ts";
import type { ElementRule } from "./element-rule.ts";

/** The rules of every feature that fills elements from tables of its own. */
export const elementRules: readonly ElementRule[] = [
  ...peopleRules,
  ...bodiesRules,
  ...electionsRules,
  ...payRules,
  ...draftActsRules,
  ...planRules,
  ...meetingsRules,
  ...followingRules,
  ...recordingsRules,
  ...calendarRules,
  ...actsRules,
  ...registersRules,
];
