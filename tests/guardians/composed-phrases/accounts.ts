import { rightsWhere } from "../../../server/features/accounts/policies.ts";
import { offeredRoles, roles } from "../../../server/features/accounts/roles.shared.ts";

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
