import { join } from "node:path";
import type { Config } from "../config.ts";
import { filesystemStorage, type Storage, s3Storage } from "./storage.ts";

/** Where the files of this installation lie: S3 when it is configured, else under DATA_DIR. */
export const openStorage = ({ s3, dataDir }: Pick<Config, "s3" | "dataDir">): Storage =>
  s3 ? s3Storage(s3) : filesystemStorage(join(dataDir, "files"));
