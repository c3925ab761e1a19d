import type { Role } from "../../../server/features/bodies/bodies.shared.ts";
import { useT } from "../../lib/i18n.ts";

type Gender = "female" | "male" | "other" | null | undefined;
const formOf = (gender: Gender) => (gender === "female" ? "_female" : "");

/** What somebody is in a body, in the form that Albanian has for women and for all others. */
export function useRoleName() {
  const t = useT("people");
  return (role: Role, gender: Gender) => t(`role.${role}${formOf(gender)}` as "role.member");
}

/** What somebody is in the council itself: “Kryetare e Këshillit”, “Këshilltar”. `null` is who holds no seat any more. */
export function useOfficeName() {
  const t = useT("people");
  return (role: "chair" | "deputy_chair" | "secretary" | "member" | null, gender: Gender) =>
    t(`office.${role ?? "former"}${formOf(gender)}` as "office.member");
}
