import type { TenantTx } from "../../db/tenant-db.ts";
import { needsApproval } from "../editing/submissions.service.ts";
import type { HeldMeeting } from "./held-meeting.ts";

/**
 * Whether papers of a meeting are let in by a second person. Before it and while it sits the law has them reach the public at
 * once, by whoever may publish. Once it is over nothing presses: then papers are added as everything else becomes public.
 */
export const isByTwo = async (tx: TenantTx, { stage, state }: Pick<HeldMeeting, "stage" | "state">): Promise<boolean> =>
  (stage === "closed" || stage === "minutes_published") && state === "published" && (await needsApproval(tx));
