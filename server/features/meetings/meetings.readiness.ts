import type { ElementRule } from "../elements/element-rule.ts";

export const meetingsRules: readonly ElementRule[] = [];
