import type { ElementCode } from "../elements/catalogue.shared.ts";

/**
 * What a council may truly not have, with the elements that stand for it. All other elements are there on every council's
 * site: the law asks for them, or it is the council's own work to fill them.
 */
export const modules = {
  villages: ["II.6.2", "II.6.3"],
  neighbourhoods: ["II.6.4", "II.6.5"],
  boards: ["II.5.1", "II.5.2"],
  memberships: ["I.4.3"],
  projects: ["I.5.1"],
  social: ["V.1.4"],
  gallery: ["V.1.5"],
} as const satisfies Record<string, readonly ElementCode[]>;
export type ModuleName = keyof typeof modules;
export const moduleNames = Object.keys(modules) as ModuleName[];

/** Of which of them an element is a part; none for most. */
export const moduleOf = (code: string): ModuleName | null =>
  moduleNames.find((name) => (modules[name] as readonly string[]).includes(code)) ?? null;
