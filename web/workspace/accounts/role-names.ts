import type { OfferedRole, Role } from "../../../server/features/accounts/roles.shared.ts";
import { useT } from "../../lib/i18n.ts";

/** What a role is called, and what it is for. */
export function useRoles() {
  const t = useT("accounts");
  const nameOf = (role: Role) => t(`role.${role}`);
  return {
    nameOf,
    namesOf: (roles: readonly Role[]) => roles.map(nameOf).join(", "),
    /** @param needsApproval whether the council has one person prepare and another approve */
    choicesOf: (roles: readonly OfferedRole[], needsApproval: boolean) =>
      roles.map((role) => ({
        value: role,
        label: nameOf(role),
        hint: role === "editor" && needsApproval ? t("role_text_editor_approved") : t(`role_text.${role}`),
      })),
  };
}
