import type { AnyRegister } from "../open-data/register.ts";

export const meetingsRegisters: readonly AnyRegister[] = [];
