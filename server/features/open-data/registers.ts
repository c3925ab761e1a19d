import type { Locale } from "../../locale.shared.ts";
import { actsRegisters } from "../acts/acts.registers.ts";
import { bodiesRegisters } from "../bodies/bodies.registers.ts";
import { draftActsRegisters } from "../draft-acts/draft-acts.registers.ts";
import { electionsRegisters } from "../elections/elections.registers.ts";
import { liveRegisters } from "../live/live.registers.ts";
import { meetingsRegisters } from "../meetings/meetings.registers.ts";
import { payRegisters } from "../pay/pay.registers.ts";
import { peopleRegisters } from "../people/people.registers.ts";
import { planRegisters } from "../plan/plan.registers.ts";
import { publicationKinds } from "../publications/kinds.shared.ts";
import { recordingsRegisters } from "../recordings/recordings.registers.ts";
import { collectionRegister } from "./collection-register.ts";
import type { AnyRegister } from "./register.ts";

/** All that a council gives as data: the registers of its work, and its collections of documents. */
export const registers: readonly AnyRegister[] = [
  ...peopleRegisters,
  ...bodiesRegisters,
  ...electionsRegisters,
  ...payRegisters,
  ...meetingsRegisters,
  ...liveRegisters,
  ...recordingsRegisters,
  ...draftActsRegisters,
  ...planRegisters,
  ...actsRegisters,
  ...Object.values(publicationKinds).map(collectionRegister),
];

const byName = new Map(registers.map((register) => [register.name, register]));
const byPath = new Map(
  registers.flatMap((register) =>
    (["sq", "en"] as const).map((locale) => [register.path[locale], { register, locale }] as const),
  ),
);

export const registerNamed = (name: string): AnyRegister | undefined => byName.get(name);

/** The register whose page stands at exactly this path, and the language of the path. */
export const registerAt = (path: string): { register: AnyRegister; locale: Locale } | undefined => byPath.get(path);
