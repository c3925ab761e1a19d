import type { InBoth } from "../elements/catalogue.shared.ts";

/** Where a meeting is run from. */
export const consolePath = {
  sq: "/admin/mbledhjet/:id/seanca",
  en: "/en/admin/meetings/:id/session",
} as const satisfies InBoth;

/** What the console's script asks and sends. */
export const liveApiPath = (meetingId: string): string => `/api/v1/admin/live/${meetingId}`;
