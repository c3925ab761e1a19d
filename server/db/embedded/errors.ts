/** The embedded database cannot be opened. The message is one sentence for the person at the terminal. */
export class EmbeddedDatabaseError extends Error {
  override name = "EmbeddedDatabaseError";
}

/** Another live process owns this DATA_DIR. */
export class DataDirInUse extends EmbeddedDatabaseError {
  override name = "DataDirInUse";
  readonly pid: number;
  constructor(dataDir: string, pid: number) {
    super(`DATA_DIR ${dataDir} is already in use by process ${pid}.`);
    this.pid = pid;
  }
}

/** A server runs on the data directory although none was found: one that another process was just starting. */
export class AlreadyRunning extends EmbeddedDatabaseError {
  override name = "AlreadyRunning";
}

const meanings: Record<string, (path: string) => string> = {
  EACCES: (path) => `${path} belongs to another user of this machine: start as that user or choose another DATA_DIR.`,
  EPERM: (path) => `${path} belongs to another user of this machine: start as that user or choose another DATA_DIR.`,
  EROFS: (path) => `${path} cannot be written: choose another DATA_DIR.`,
  ENOTDIR: (path) => `${path} is not a directory: choose another DATA_DIR.`,
  EEXIST: (path) => `${path} is not a directory: choose another DATA_DIR.`,
  ENOSPC: (path) => `The disk that holds ${path} is full.`,
};

/** What the file system refused, said in a sentence; anything else stays as it is. */
export function explained(error: unknown, dataDir: string): unknown {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  const meaning = code === undefined ? undefined : meanings[code];
  return meaning ? new EmbeddedDatabaseError(meaning(path ?? dataDir), { cause: error }) : error;
}
