import type { AnyRegister } from "../open-data/register.ts";

export const actsRegisters: readonly AnyRegister[] = [];
