import { Hono } from "hono";
import type { CouncilScope } from "../../http/scope.ts";

export const elections = new Hono<CouncilScope>();
export type ElectionsApi = typeof elections;
