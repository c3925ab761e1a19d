import { Hono } from "hono";
import type { CouncilScope } from "../../http/scope.ts";

export const draftActs = new Hono<CouncilScope>();
export type DraftActsApi = typeof draftActs;
