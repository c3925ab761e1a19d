import type { InBoth } from "../features/elements/catalogue.shared.ts";

/** Where the workspace begins. */
export const workspaceHome = { sq: "/admin", en: "/en/admin" } as const satisfies InBoth;

/** An address of the workspace with its parts filled in, in both languages. */
export const fillPath = (path: InBoth, parts: Readonly<Record<string, string>>): InBoth => {
  const fill = (template: string) => template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts[name]!));
  return { sq: fill(path.sq), en: fill(path.en) };
};
