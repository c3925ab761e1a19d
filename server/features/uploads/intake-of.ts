import { join } from "node:path";
import type { Services } from "../../http/services.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";
import type { Intake } from "./take-in.ts";
import { largest } from "./upload-limits.shared.ts";

/** Where the files of whoever asks go. */
export const intakeOf = (
  { config, storage, scanner }: Pick<Services, "config" | "storage" | "scanner">,
  { var: { db, tenant } }: WorkspaceContext,
): Intake => ({
  ...{ storage, scanner, db, tenantId: tenant.id },
  spoolDir: join(config.dataDir, "spool"),
  maximumBytes: largest.film,
  largestRecording: config.largestRecording,
});
