import type { AnyRegister } from "../open-data/register.ts";

export const bodiesRegisters: readonly AnyRegister[] = [];
