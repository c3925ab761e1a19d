import { Hono } from "hono";
import type { CouncilScope } from "../../http/scope.ts";

export const people = new Hono<CouncilScope>();
export type PeopleApi = typeof people;
