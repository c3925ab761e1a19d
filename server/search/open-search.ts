import type { Pool } from "../db/pool.ts";
import { postgresEngine } from "./postgres/postgres-engine.ts";
import type { SearchEngine } from "./search-engine.ts";

/** The search engine that the configuration asks for; where it names none, the one that comes with the database. */
export const openSearch = (pool: Pool): SearchEngine => postgresEngine(pool);
