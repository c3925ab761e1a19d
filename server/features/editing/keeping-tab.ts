import { randomUUID } from "node:crypto";
import type { TypedValues } from "../../workspace/typed-values.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import type { KeepingTab } from "./autosave.service.ts";

const first = (value: TypedValues[string] | undefined) => [value ?? ""].flat()[0] ?? "";

/** The opened page that sends a form. One without script keeps nothing, and is no other's. */
export const tabIn = ({ tab, kept }: TypedValues): KeepingTab => ({
  id: isUuid(first(tab)) ? first(tab) : randomUUID(),
  seen: first(kept) || null,
});
