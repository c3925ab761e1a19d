import * as v from "valibot";
import { type Subject, subjects } from "../acts/acts.shared.ts";
import ruleBook from "./majorities.json" with { type: "json" };
import { type ItemKind, itemKinds, type Majority, majorities } from "./meetings.shared.ts";

const text = v.object({ sq: v.string(), en: v.string() });
const Source = {
  code: v.string(),
  title: text,
  law: v.string(),
  article: v.string(),
  source: v.nullable(v.string()),
  certainty: v.picklist(["V", "M+", "M", "M-"]),
};
const MajorityRule = v.strictObject({
  ...Source,
  majority: v.picklist(majorities),
  appliesTo: text,
  /** What a draft act is about, and what an item is. The first rule that names one of them is proposed. */
  subjects: v.array(v.picklist(subjects)),
  itemKinds: v.array(v.picklist(itemKinds)),
  note: text,
});
export type MajorityRule = v.InferOutput<typeof MajorityRule>;

const { quorum, rules } = v.parse(
  v.strictObject({ quorum: v.strictObject({ ...Source, text }), rules: v.array(MajorityRule) }),
  ruleBook,
);
/** By which a meeting can decide at all. */
export const quorumRule = quorum;
/** Every majority that the law knows, the strictest first. */
export const majorityRules: readonly MajorityRule[] = rules;

export const ruleOf = (majority: Majority): MajorityRule => rules.find((rule) => rule.majority === majority)!;

/** The majority that the law is read to ask for an item; a person may apply another, with a reason. */
export const proposedMajority = (item: { kind: ItemKind; subject: Subject | null }): MajorityRule =>
  rules.find(
    (rule) => rule.itemKinds.includes(item.kind) || (item.subject !== null && rule.subjects.includes(item.subject)),
  ) ?? ruleOf("voting");
