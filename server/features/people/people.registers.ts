import type { AnyRegister } from "../open-data/register.ts";

export const peopleRegisters: readonly AnyRegister[] = [];
