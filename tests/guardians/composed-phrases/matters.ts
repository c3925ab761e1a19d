import { actNatures, actTypes, proposerKinds, subjects } from "../../../server/features/acts/acts.shared.ts";

export default [
  { namespace: "matters", prefix: "type.", rest: actTypes, because: "an act is of a type" },
  { namespace: "matters", prefix: "draft.", rest: actTypes, because: "a draft act is of a type" },
  { namespace: "matters", prefix: "nature.", rest: actNatures, because: "an act is normative or individual" },
  { namespace: "matters", prefix: "subject.", rest: subjects, because: "an act is about something" },
  { namespace: "matters", prefix: "proposer.", rest: proposerKinds, because: "an act is proposed by somebody" },
];
