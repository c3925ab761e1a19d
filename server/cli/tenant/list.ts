import { findHosts, findTenants, findWishes } from "../../features/tenants/tenants.queries.ts";
import { say } from "../command.ts";
import { addressOf, asOperator } from "./operator.ts";

/** One line a council: slug, state, address; below it the other hosts that lead there, or will. */
export const listTenants = (): Promise<void> =>
  asOperator(async ({ config, operator }) => {
    const [tenants, hosts] = [await findTenants(operator), await findHosts(operator)];
    const wishes = await findWishes(operator);
    if (tenants.length === 0) return say("There is no council yet: npm run tenant -- add <slug>");
    const widest = Math.max(...tenants.map(({ slug }) => slug.length));
    for (const { id, slug, state, is_example } of tenants) {
      const own = hosts.filter((host) => host.tenant_id === id);
      const primary = own.find((host) => host.kind === "primary");
      const address = primary ? addressOf(config, primary.host) : "(not complete: add it again)";
      say(`${slug.padEnd(widest)}  ${state.padEnd(10)}  ${address}${is_example ? "  example" : ""}`);
      for (const { host, verified_at } of own.filter((other) => other !== primary)) {
        say(`${" ".repeat(widest)}  ${" ".repeat(10)}  ${host}${verified_at ? "" : " (not proven)"}`);
      }
      for (const { host } of wishes.filter((wish) => wish.tenant_id === id)) {
        say(`${" ".repeat(widest)}  ${" ".repeat(10)}  ${host} (wished by the council: host verify ${slug} ${host})`);
      }
    }
  });
