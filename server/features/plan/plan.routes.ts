import { Hono } from "hono";
import type { CouncilScope } from "../../http/scope.ts";

export const plan = new Hono<CouncilScope>();
export type PlanApi = typeof plan;
