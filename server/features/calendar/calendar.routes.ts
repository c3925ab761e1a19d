import { Hono } from "hono";
import type { CouncilScope } from "../../http/scope.ts";

export const calendar = new Hono<CouncilScope>();
export type CalendarApi = typeof calendar;
