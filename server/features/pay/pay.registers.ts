import type { AnyRegister } from "../open-data/register.ts";

export const payRegisters: readonly AnyRegister[] = [];
