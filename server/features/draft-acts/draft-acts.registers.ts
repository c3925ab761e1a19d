import type { AnyRegister } from "../open-data/register.ts";

export const draftActsRegisters: readonly AnyRegister[] = [];
