import type { AnyRegister } from "../open-data/register.ts";

export const electionsRegisters: readonly AnyRegister[] = [];
