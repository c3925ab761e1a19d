import type { ElementRule } from "../elements/element-rule.ts";

export const electionsRules: readonly ElementRule[] = [];
