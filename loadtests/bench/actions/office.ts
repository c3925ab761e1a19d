import type { Clock } from "../../../server/clock.ts";
import type { TenantDb } from "../../../server/db/tenant-db.ts";
import type { EditedEntity } from "../../../server/features/editing/editing.paths.shared.ts";
import type { Desk } from "./desk.ts";
import type { Known } from "./kinds.ts";

/** The first thing of each kind that stands in a council. */
export type Standing = Readonly<Record<EditedEntity, string>>;

/** The people of one council at work, and what of it they need to know. */
export interface Office {
  secretary: Desk;
  /** Prepares, and hands over what another publishes. */
  editor: Desk;
  /** Keeps the page of their own. */
  councillor: Desk;
  /** What the forms choose from. */
  known: Known;
  standing: Standing;
  /** The secretary's account, and the councillor in the register. */
  own: { accountId: string; person: string };
  /** A document that is public nowhere, kept for later. */
  document: string;
  /** For what no form makes: what comes by night, from operators or from another device. */
  db: TenantDb;
  clock: Clock;
  host: string;
}

/** Something that people do over and over, each turn with other texts. */
export type Work = (office: Office, turn: number) => Promise<void>;
