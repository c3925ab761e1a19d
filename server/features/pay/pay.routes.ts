import { Hono } from "hono";
import type { CouncilScope } from "../../http/scope.ts";

export const pay = new Hono<CouncilScope>();
export type PayApi = typeof pay;
