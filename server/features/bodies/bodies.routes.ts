import { Hono } from "hono";
import type { CouncilScope } from "../../http/scope.ts";

export const bodies = new Hono<CouncilScope>();
export type BodiesApi = typeof bodies;
