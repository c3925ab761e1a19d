import type { IncomingMessage } from "node:http";
import type { Hono } from "hono";
import type { TenantDb } from "../db/tenant-db.ts";
import type { Role } from "../features/accounts/roles.shared.ts";
import type { Site, Tenant } from "../features/tenants/tenant.ts";
import type { Locale } from "../locale.shared.ts";
import { notesOf } from "./request-notes.ts";

/** Who asks. Public pages never know: below the workspace's addresses alone an account is more than the public. */
export type Actor =
  | { kind: "public" | "system"; name: string }
  /** `person` is whom of the council's register the account belongs to, if anybody. */
  | { kind: "account"; id: string; name: string; roles: readonly Role[]; person?: string }
  /** One of those who run the portal, in a council's workspace for a reason and for a while. */
  | { kind: "operator"; id: string; name: string; reason: string; until: string };
export type Somebody = Extract<Actor, { id: string }>;
/** Whoever is in the workspace, by an account of the council's or on a visit. */
export const isSomebody = (actor: Actor): actor is Somebody => "id" in actor;
export const publicActor: Actor = { kind: "public", name: "public" };

/** The parts of a council's content that have versions of their own. */
export const contentAreas = [
  "settings",
  "publications",
  "pages",
  "albums",
  "deadlines",
  "readiness",
  "people",
  "elections",
  "pay",
  "drafts",
  "meetings",
  /** Which meetings are to be announced on every page, and which sit: far less moves than in `meetings`. */
  "sittings",
  "acts",
] as const;
export type ContentArea = (typeof contentAreas)[number];

/** Origins outside of the site: of frames, and of what a player fetches. */
export interface EmbeddedSources {
  frames: readonly string[];
  media: readonly string[];
}

/** What a page tells about itself while it is rendered, so that its copy is kept exactly as long as it holds. */
export interface PageNotes {
  /** The page shows something of this area. */
  shows(area: ContentArea): void;
  /** Something on the page changes at this instant. */
  holdsUntil(instant: Date | null): void;
  /** The page may show what comes from these origins, once somebody asks for it. */
  embeds(sources: EmbeddedSources): void;
  /** The page answers free text, of which there is no end: it is not kept. */
  isPassing(): void;
}

/** What the page renderer hands to the routes it calls in process; it cannot come from the network. */
export interface ResolvedRequest {
  site: Site;
  db: TenantDb | null;
  locale: Locale;
  notes: PageNotes;
  requestId: string;
}

/** What `@hono/node-server` brings with a request from the network; the front has given it its id. */
interface FromNetwork {
  incoming?: IncomingMessage;
}
export const requestIdOf = (bindings: FromNetwork | undefined) =>
  bindings?.incoming && notesOf(bindings.incoming)?.requestId;
/** The address of whoever is connected to this process; in-process calls have none. */
export const remoteAddressOf = (bindings: FromNetwork | undefined) => bindings?.incoming?.socket.remoteAddress;

export interface RequestScope {
  Bindings: FromNetwork & { resolved?: ResolvedRequest };
  Variables: {
    requestId: string;
    site: Site;
    /** The language in which errors speak. */
    locale: Locale;
    actor: Actor;
    notes: PageNotes;
    now: Date;
  };
}

/** Routes below a council's host also hold the council and its database. */
export interface CouncilScope extends RequestScope {
  Variables: RequestScope["Variables"] & { tenant: Tenant; db: TenantDb };
}

export type App = Hono<RequestScope>;
