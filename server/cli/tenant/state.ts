import type { TenantState } from "../../db/registry-db.ts";
import { setCouncilState } from "../../features/tenants/tenants.service.ts";
import { say } from "../command.ts";
import { asOperator, noSuchCouncil } from "./operator.ts";

async function change(slug: string, state: TenantState, said: string): Promise<void> {
  const before = await asOperator(({ operator }) => setCouncilState(operator, slug, state));
  if (before === null) throw noSuchCouncil(slug);
  say(`The site of ${slug} ${before === state ? "was" : "is"} ${said}.`);
}

export const suspendTenant = (slug: string) => change(slug, "suspended", "closed for now; visitors are told so");

export const resumeTenant = (slug: string, state: "live" | "onboarding") =>
  change(slug, state, state === "live" ? "live" : "open, and marked as being set up");
