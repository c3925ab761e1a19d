import type { AnyRegister } from "../open-data/register.ts";

export const planRegisters: readonly AnyRegister[] = [];
