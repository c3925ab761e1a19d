import type { ElementRule } from "../elements/element-rule.ts";

export const draftActsRules: readonly ElementRule[] = [];
