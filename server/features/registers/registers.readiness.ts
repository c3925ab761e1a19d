import type { ElementRule } from "../elements/element-rule.ts";

export const registersRules: readonly ElementRule[] = [];
