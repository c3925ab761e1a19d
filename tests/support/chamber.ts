import type { TenantTx } from "../../server/db/tenant-db.ts";
import type { BodyInput, MembershipInput } from "../../server/features/bodies/bodies.schema.ts";
import { createBody, publishBody } from "../../server/features/bodies/bodies.service.ts";
import { addMembership } from "../../server/features/bodies/memberships.service.ts";
import { createTerm } from "../../server/features/bodies/terms.service.ts";
import { createParty } from "../../server/features/people/parties.service.ts";
import type { PersonInput } from "../../server/features/people/people.schema.ts";
import { createPerson, publishPerson } from "../../server/features/people/people.service.ts";
import { doing } from "./content.ts";
import type { TestCouncil, TestWorld } from "./world.ts";

/** Makes people and bodies of one council as its secretary would, each public at once. */
export function chamberOf(world: TestWorld, council: TestCouncil) {
  const write = <T>(work: (tx: TenantTx) => Promise<T>) => council.db.write(work);
  const by = () => doing(world);
  return {
    person: (name: string, given: Partial<PersonInput> = {}) =>
      write(async (tx) => {
        const familyName = name.split(" ").at(-1)!;
        const made = await createPerson(tx, by(), { name, familyName, ...given });
        await publishPerson(tx, by(), made.id);
        return made;
      }),
    body: (kind: BodyInput["kind"], sq: string, given: Partial<BodyInput> = {}) =>
      write(async (tx) => {
        const made = await createBody(tx, by(), { kind, name: { sq, en: `${sq} (en)` }, ...given });
        await publishBody(tx, by(), made.id);
        return made;
      }),
    party: (shortName: string, sq: string) =>
      write((tx) => createParty(tx, by(), { shortName, name: { sq, en: `${sq} (en)` } })),
    term: (beginsOn: string, endsOn: string | null, seats = 5) =>
      write((tx) => createTerm(tx, by(), { beginsOn, endsOn, seats })),
    join: (given: MembershipInput) => write((tx) => addMembership(tx, by(), given)),
  };
}
export type Chamber = ReturnType<typeof chamberOf>;
