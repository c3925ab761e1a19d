import { Hono } from "hono";
import { expect, it } from "vitest";
import type { RequestScope } from "../../../server/http/scope.ts";
import { pageAddresses } from "./page-addresses.ts";
import { WorkspaceRoutes } from "./workspace-routes.ts";

const answer = () => new Response();
const routes = new WorkspaceRoutes(
  new Hono<RequestScope>()
    .get("/aktet", answer)
    .get("/admin/mbledhjet/e-re", answer)
    .get("/admin/mbledhjet/:id", answer)
    .post("/admin/projektaktet/:id/konsultimi/:step", answer),
);

it("an address meets the first route of the workspace that answers it", () => {
  expect(routes.all).not.toContain("GET /aktet");
  expect(routes.met("GET", "/admin/mbledhjet/e-re?like=1")).toBe("GET /admin/mbledhjet/e-re");
  expect(routes.met("GET", "/admin/mbledhjet/12")).toBe("GET /admin/mbledhjet/:id");
  expect(() => routes.met("POST", "/admin/mbledhjet/12")).toThrow("No route");
});

it("each step of a draft act is a route of its own", () => {
  const step = "POST /admin/projektaktet/:id/konsultimi/extended";
  expect(routes.all).toContain(step);
  expect(routes.met("POST", "/admin/projektaktet/7/konsultimi/extended")).toBe(step);
});

it("every page has an address, and one of which nothing is known is missed", () => {
  const of = { "/admin/mbledhjet/": [{ id: "1" }, { id: "2" }] };
  expect(pageAddresses(routes, of)).toEqual(["/admin/mbledhjet/e-re", "/admin/mbledhjet/1", "/admin/mbledhjet/2"]);
  expect(() => pageAddresses(routes, {})).toThrow("/admin/mbledhjet/:id");
});
