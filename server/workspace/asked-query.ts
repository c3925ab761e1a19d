import type { WorkspaceContext } from "./scope.ts";

/** What an address asks for behind its path, without what it said to be done. */
function queryOf({ searchParams }: URL): string {
  searchParams.delete("done");
  return searchParams.size > 0 ? `?${searchParams}` : "";
}

/**
 * `?…` or nothing: what the page that is shown was asked for by, so that it is the same page in the other language. After
 * a form was refused it is what the page had from which the form was sent, as the browser says it.
 */
export function askedQuery(c: WorkspaceContext): string {
  const url = new URL(c.req.url);
  if (c.req.method === "GET") return queryOf(url);
  const referrer = URL.parse(c.req.header("referer") ?? "");
  if (referrer?.host !== url.host || referrer.pathname !== c.var.here[c.var.locale]) return "";
  return queryOf(referrer);
}
