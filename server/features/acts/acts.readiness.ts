import type { ElementRule } from "../elements/element-rule.ts";

export const actsRules: readonly ElementRule[] = [];
