import pg from "pg";
import type { Logger } from "pino";
import { liveChannel } from "../live/steps-channel.ts";
import { contentChannel } from "./content-versions.ts";
import { openPool, type Pool } from "./pool.ts";

/** The channel on which the registry of councils is said to have changed. */
export const registryChannel = "registry_changed";

export interface ChangeListeners {
  onContent(site: string, area: string, version: number): void;
  onRegistry(): Promise<void>;
  /** A meeting that sits has gone on. What is lost of these, whoever listens finds by asking for the steps themselves. */
  onLiveStep(site: string, meeting: string, number: number): void;
}

const rereadEvery = 1_000;
const reconnectAfter = 1_000;

/**
 * Hears from PostgreSQL what changed, over one connection of its own, and reads everything again every second: a lost
 * message costs a second, never correctness.
 */
export class ChangeWatch {
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #reading = false;
  readonly #url: string;
  readonly #jobsPool: Pool;
  readonly #listeners: ChangeListeners;
  readonly #logger: Logger;

  constructor(url: string, listeners: ChangeListeners, logger: Logger) {
    this.#url = url;
    this.#jobsPool = openPool(url, { max: 1, role: "portal_jobs", onLost: () => {} });
    this.#listeners = listeners;
    this.#logger = logger;
  }

  /** Resolves when all versions have been read once. */
  async start(): Promise<void> {
    await this.readAll();
    await this.#listen();
    const again = async () => {
      if (this.#stopped) return;
      if (!this.#client) await this.#listen();
      await this.readAll().catch((error) => this.#logger.warn({ err: error }, "Changes cannot be read"));
      if (!this.#stopped) this.#timer = setTimeout(again, rereadEvery).unref();
    };
    this.#timer = setTimeout(again, rereadEvery).unref();
  }

  /** Reads every council's versions, and the registry. */
  async readAll(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      await this.#listeners.onRegistry();
      const { rows } = await this.#jobsPool.query<{ tenant_id: string; area: string; version: number }>(
        "select tenant_id, area, version from content_versions",
      );
      for (const { tenant_id, area, version } of rows) this.#listeners.onContent(tenant_id, area, version);
    } finally {
      this.#reading = false;
    }
  }

  /** May be asked twice: a start that fails ends what it began, and so does the end of the process. */
  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => {});
    await this.#jobsPool.end();
  }

  async #listen() {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: "e-keshilli changes",
      keepAlive: true,
    });
    const lost = () => {
      if (this.#client === client) this.#client = null;
    };
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ channel, payload = "" }) => {
      if (channel === registryChannel) return void this.#listeners.onRegistry().catch(() => {});
      const [site, area, version] = payload.split(" ");
      if (!site || !area || !version) return;
      if (channel === liveChannel) this.#listeners.onLiveStep(site, area, Number(version));
      else this.#listeners.onContent(site, area, Number(version));
    });
    try {
      await client.connect();
      await client.query(`listen ${contentChannel}; listen ${registryChannel}; listen ${liveChannel}`);
      this.#client = client;
    } catch (error) {
      this.#logger.warn({ err: error }, "Not listening for changes");
      await client.end().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, reconnectAfter).unref());
    }
  }
}
