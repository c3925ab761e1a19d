import { performance } from "node:perf_hooks";

/** For how long a page may be served after something on it has changed, in milliseconds. */
export const staleMilliseconds = 1_000;

/** More changes of one area within a second than this are remembered as one, which only shortens their grace. */
const rememberedChanges = 64;

interface Change {
  version: number;
  at: number;
}

interface Area {
  version: number;
  /** The changes of about the last second, oldest first. */
  recent: Change[];
  /** Pages of an earlier version than this were superseded longer ago than `recent` reaches. */
  forgottenBelow: number;
}

/**
 * What one process knows of a site's content versions. `epoch` moves with every change, so that a page which was found
 * current once needs one comparison to be found current again.
 */
export class SiteVersions {
  epoch = 0;
  readonly versions = new Map<string, number>();
  readonly #areas = new Map<string, Area>();
  readonly #elapsed: () => number;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** Takes a version for known. Lower or equal ones are old news and change nothing. */
  raise(name: string, version: number): boolean {
    const area = this.#areas.get(name) ?? { version: 0, recent: [], forgottenBelow: 0 };
    if (version <= area.version) return false;
    const now = this.#elapsed();
    area.recent.push({ version, at: now });
    while (area.recent.length > rememberedChanges || now - area.recent[0]!.at > staleMilliseconds) {
      area.forgottenBelow = area.recent.shift()!.version;
    }
    area.version = version;
    this.#areas.set(name, area);
    this.versions.set(name, version);
    this.epoch += 1;
    return true;
  }

  /** When this process first knew of a later version of one of these areas; `null` while all are current. */
  supersededAt(areas: Readonly<Record<string, number>>): number | null {
    let earliest: number | null = null;
    for (const [name, version] of Object.entries(areas)) {
      const area = this.#areas.get(name);
      if (!area || version >= area.version) continue;
      if (version < area.forgottenBelow) return Number.NEGATIVE_INFINITY;
      const { at } = area.recent.find((change) => change.version > version)!;
      if (earliest === null || at < earliest) earliest = at;
    }
    return earliest;
  }

  changedAt(name: string): number | null {
    const area = this.#areas.get(name);
    return area?.recent.at(-1)?.at ?? null;
  }

  clear(): void {
    this.#areas.clear();
    this.versions.clear();
    this.epoch += 1;
  }
}

/**
 * The content versions of every site, as far as this process has heard. Whoever listens to the database tells it with
 * `set`; a page that is rendered from a later snapshot tells it too. Versions only ever rise.
 */
export class ContentVersions {
  /** Milliseconds of a clock that never stands still or jumps; the grace of a superseded page is measured with it. */
  readonly elapsed: () => number;
  readonly #sites = new Map<string, SiteVersions>();

  constructor({ elapsed = () => performance.now() }: { elapsed?: () => number } = {}) {
    this.elapsed = elapsed;
  }

  /** The living record of one site. Ask only for sites that exist: it is kept. */
  of(site: string): SiteVersions {
    let versions = this.#sites.get(site);
    if (!versions) {
      versions = new SiteVersions(this.elapsed);
      this.#sites.set(site, versions);
    }
    return versions;
  }

  /** Returns whether this was news. */
  set(site: string, area: string, version: number): boolean {
    return this.of(site).raise(area, version);
  }

  current(site: string): ReadonlyMap<string, number> | undefined {
    return this.#sites.get(site)?.versions;
  }

  /** On the clock of `elapsed`; `null` if no change of it is known. */
  changedAt(site: string, area: string): number | null {
    return this.#sites.get(site)?.changedAt(area) ?? null;
  }

  /** For a site that was removed, or whose versions went back because its database was restored. */
  forget(site: string): void {
    this.#sites.get(site)?.clear();
    this.#sites.delete(site);
  }
}
