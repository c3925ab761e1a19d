import { reaches, rightsWhere } from "../../../server/features/accounts/policies.ts";
import { awaitedRoles, offeredRoles, roles } from "../../../server/features/accounts/roles.shared.ts";
import { lacks } from "../../../server/features/own-profile/own-day.ts";

export default [
  { namespace: "accounts", prefix: "role.", rest: roles, because: "everybody has one of these roles" },
  {
    namespace: "accounts",
    prefix: "role_text.",
    rest: offeredRoles,
    because: "a role that is offered says what it is",
  },
  {
    namespace: "accounts",
    prefix: "letter_",
    rest: ["unsent", "refused"],
    because: "the letter of an invitation may not arrive",
  },
  { namespace: "accounts", prefix: "reach.", rest: reaches, because: "a right goes so far" },
  { namespace: "accounts", prefix: "awaited.", rest: awaitedRoles, because: "a role that waits says for what" },
  { namespace: "profile", prefix: "lack.", rest: lacks, because: "a page lacks one of these" },
  {
    namespace: "accounts",
    prefix: "right.",
    rest: Object.keys(rightsWhere({ needsApproval: true })),
    because: "rights are the policies",
  },
  {
    namespace: "operator",
    prefix: "state.",
    rest: ["live", "onboarding", "suspended"],
    because: "a council is in one of these states",
  },
];
