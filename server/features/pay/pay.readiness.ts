import type { ElementRule } from "../elements/element-rule.ts";

export const payRules: readonly ElementRule[] = [];
