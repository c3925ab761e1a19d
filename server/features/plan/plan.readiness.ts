import type { ElementRule } from "../elements/element-rule.ts";

export const planRules: readonly ElementRule[] = [];
