import { type Context, Hono } from "hono";
import * as v from "valibot";
import { AppError } from "../../http/errors.ts";
import { problemOf } from "../../http/problem.ts";
import { validated } from "../../http/validated.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { requires } from "../../workspace/guard.ts";
import { doing, type WorkspaceContext, type WorkspaceScope } from "../../workspace/scope.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import { mayRunMeetings, maySeeDrafts, type Policy } from "../accounts/policies.ts";
import { meetingId, readMeeting } from "../meetings/desk/desk-meeting.ts";
import { meetingNotFound } from "../meetings/meetings.errors.ts";
import { type ConsoleView, consoleView } from "./console-view.ts";
import { consolePath } from "./live.paths.shared.ts";
import { takeStep } from "./live.service.ts";

const mayWatch: Policy = (actor) => maySeeDrafts(actor, "meeting");

const load = (c: Context<WorkspaceScope>, id: string, after = 0): Promise<ConsoleView> => {
  const { db, locale, now } = c.var;
  return db.read(async (tx) => consoleView(tx, await readMeeting(tx, id), locale, now, after));
};

async function pageData(c: WorkspaceContext) {
  const { actor } = c.var;
  return {
    view: await load(c, meetingId(c)),
    mayRun: mayRunMeetings(actor),
    /** Whose steps wait on this device, where they wait. */
    account: actor.kind === "account" ? actor.id : "",
  };
}
export type ConsoleData = Awaited<ReturnType<typeof pageData>>;

const After = v.object({
  /** The last step that is known. */
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/, "input.wrong"), v.transform(Number)), "0"),
});
const meetingOf = (c: Context<WorkspaceScope>): string => {
  const id = c.req.param("id") ?? "";
  if (!isUuid(id)) throw meetingNotFound();
  return id;
};

/** What scripts of the console ask: how it stands, and to write a step down. */
const api = new Hono<WorkspaceScope>()
  .get("/:id", requires(mayWatch), validated("query", After), async (c) => {
    const view = await load(c, meetingOf(c), c.req.valid("query").after);
    const tag = `"${view.mark}"`;
    // Nothing new since: an answer without a body.
    if (c.req.header("if-none-match") === tag) return c.body(null, 304, { etag: tag });
    return c.json(view, 200, { etag: tag });
  })
  .post("/:id", requires(mayRunMeetings), validated("query", After), async (c) => {
    const id = meetingOf(c);
    const { after } = c.req.valid("query");
    const given = await c.req.json().catch(() => {
      throw new AppError("http.malformed", 400);
    });
    try {
      const { number } = await c.var.db.write((tx) => takeStep(tx, doing(c), id, given));
      return c.json({ number, problem: null, view: await load(c, id, after) });
    } catch (failure) {
      if (!(failure instanceof AppError) || ![409, 422].includes(failure.status)) throw failure;
      // Why not, and how it stands: both screens show the same again.
      const problem = problemOf(failure, c.var.locale, c.var.requestId);
      return c.json({ number: null, problem, view: await load(c, id, after) }, failure.status as 409);
    }
  });

/** The console from which a meeting is run while it sits. */
export const liveWorkspace: WorkspaceFeatureOf = () => ({
  routes: [page(consolePath, mayWatch, async (c) => ({ view: "live/console-page", data: await pageData(c) }))],
  api: { path: "/live", routes: api },
});
