import { type Config, ConfigError } from "../config.ts";
import type { Storage } from "./storage.ts";

/** What is most likely wrong, by the status with which an S3 service refuses. */
const suspects: Record<number, string> = {
  401: "S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY",
  403: "S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY",
  404: "S3_BUCKET",
};

/**
 * Refuses a start whose files would have nowhere to go.
 * @throws {ConfigError} with one sentence that names the variable.
 */
export async function checkStorageAtStart(storage: Pick<Storage, "check">, { s3 }: Pick<Config, "s3">): Promise<void> {
  try {
    await storage.check();
  } catch (error) {
    const { cause = error } = error as Error;
    const {
      name,
      code = name,
      $metadata,
    } = cause as NodeJS.ErrnoException & { $metadata?: { httpStatusCode?: number } };
    const status = $metadata?.httpStatusCode;
    const variable = s3 ? (suspects[status ?? 0] ?? "S3_ENDPOINT") : "DATA_DIR";
    throw new ConfigError(`${variable} is wrong: no file can be written there (${status ?? code}).`, { cause });
  }
}
