import type { ElementRule } from "../elements/element-rule.ts";

export const bodiesRules: readonly ElementRule[] = [];
