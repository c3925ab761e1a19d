import type { ElementRule } from "../elements/element-rule.ts";

export const peopleRules: readonly ElementRule[] = [];
