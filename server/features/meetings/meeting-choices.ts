import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { ruleOf } from "./majorities.ts";
import {
  attendanceStatuses,
  choices,
  itemKinds,
  itemResults,
  majorities,
  meetingKinds,
  meetingStages,
  voteMethods,
} from "./meetings.shared.ts";

const labelled = <T extends string>(values: readonly T[], label: (locale: Locale, value: T) => string) =>
  values.map((value) => ({ value, label: { sq: label("sq", value), en: label("en", value) } }));
const said = (locale: Locale) => phrases(locale, "meetings");

export const kindChoices = labelled(meetingKinds, (locale, value) => said(locale)(`kind.${value}`));
export const stageChoices = labelled(meetingStages, (locale, value) => said(locale)(`stage.${value}`));
export const itemKindChoices = labelled(itemKinds, (locale, value) => said(locale)(`item.${value}`));
export const resultChoices = labelled(itemResults, (locale, value) => said(locale)(`result.${value}`));
export const methodChoices = labelled(voteMethods, (locale, value) => said(locale)(`method.${value}`));
export const statusChoices = labelled(attendanceStatuses, (locale, value) => said(locale)(`attendance.${value}`));
export const voteChoices = labelled(choices, (locale, value) => phrases(locale, "common")(`vote.${value}`));
export const accessChoices = labelled(["open", "closed"] as const, (locale, value) => said(locale)(`access.${value}`));
export const outcomeChoices = resultChoices.filter(({ value }) => value === "adopted" || value === "rejected");
export const majorityChoices = majorities.map((value) => ({ value, label: ruleOf(value).title }));
