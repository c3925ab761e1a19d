import { Hono } from "hono";
import type { CouncilScope } from "../../http/scope.ts";

export const meetings = new Hono<CouncilScope>();
export type MeetingsApi = typeof meetings;
