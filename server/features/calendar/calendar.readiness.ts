import type { ElementRule } from "../elements/element-rule.ts";

export const calendarRules: readonly ElementRule[] = [];
