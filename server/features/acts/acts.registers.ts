import type { AnyRegister } from "../open-data/register.ts";
import { actGapsRegister } from "./registers/act-gaps.register.ts";
import { actRelationsRegister } from "./registers/act-relations.register.ts";
import { actsRegister } from "./registers/acts.register.ts";
import { prefectStepsRegister } from "./registers/prefect-steps.register.ts";

export const actsRegisters: readonly AnyRegister[] = [
  actsRegister,
  actRelationsRegister,
  prefectStepsRegister,
  actGapsRegister,
];
