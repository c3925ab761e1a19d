import { Hono } from "hono";
import type { CouncilScope } from "../../http/scope.ts";

export const registers = new Hono<CouncilScope>();
export type RegistersApi = typeof registers;
