import { Hono } from "hono";
import type { CouncilScope } from "../../http/scope.ts";

export const acts = new Hono<CouncilScope>();
export type ActsApi = typeof acts;
