import { Hono, type MiddlewareHandler } from "hono";
import { accountsPaths } from "../features/accounts/accounts.paths.shared.ts";
import { wantedPath } from "../features/accounts/entering.ts";
import { isInside } from "../features/accounts/policies.ts";
import type { InBoth } from "../features/elements/catalogue.shared.ts";
import { answerError } from "../http/answer-error.ts";
import { AppError } from "../http/errors.ts";
import { problemOf } from "../http/problem.ts";
import { type CouncilScope, isSomebody } from "../http/scope.ts";
import type { Services } from "../http/services.ts";
import { type Locale, locales } from "../locale.shared.ts";
import type { WorkspaceFeature, WorkspaceParts, WorkspaceRoute } from "./feature.ts";
import { workspaceFeatures } from "./features.ts";
import { requires } from "./guard.ts";
import { fillPath, workspaceHome } from "./home.shared.ts";
import { pageAbove } from "./page-above.ts";
import type { Place } from "./places.ts";
import type { WorkspaceContext, WorkspaceScope } from "./scope.ts";
import { pageShower } from "./show-page.ts";
import { endedWith, unanswered } from "./unanswered.ts";
import { whoAsks } from "./who-asks.ts";

/** What scripts of the workspace ask. */
export function workspaceApi(services: Services, inCouncil: MiddlewareHandler<CouncilScope>, lent: Lent) {
  const api = new Hono<WorkspaceScope>().use(inCouncil, whoAsks(services));
  for (const { api: own } of featuresWith(services, lent)) if (own) api.route(own.path, own.routes);
  return api;
}

/** What the workspace is lent from outside. */
type Lent = Omit<WorkspaceParts, "places">;

function featuresWith(services: Services, lent: Lent): readonly WorkspaceFeature[] {
  const places = (): Place[] => features.flatMap(({ navigation = [], places = [] }) => [...navigation, ...places]);
  const features: WorkspaceFeature[] = workspaceFeatures.map((feature) => feature(services, { ...lent, places }));
  return features;
}

/** Ways in: nobody comes back to them after the sign-in. */
const entrances = [accountsPaths.signIn, accountsPaths.code, accountsPaths.passkey].flatMap((path) =>
  Object.values(path),
);

/** The page from which a form was sent, as the browser says it, without what it said to be done; `null` of another site. */
function sentFrom(c: WorkspaceContext): string | null {
  const referrer = c.req.header("referer");
  if (!referrer || !URL.canParse(referrer)) return null;
  const { host, pathname, searchParams } = new URL(referrer);
  if (host !== new URL(c.req.url).host) return null;
  searchParams.delete("done");
  const from = pathname + (searchParams.size > 0 ? `?${searchParams}` : "");
  return wantedPath(workspaceHome, c.var.locale, from) === from ? from : null;
}

/** What was asked for, to go on there after the sign-in; empty where that is what comes first anyway. */
function wantedBy(c: WorkspaceContext): string {
  const { here, locale } = c.var;
  const { pathname, search } = new URL(c.req.url);
  // What was sent is not sent again: the page with its form is where somebody goes on.
  const wanted = c.req.method === "GET" ? pathname + search : (sentFrom(c) ?? here[locale]);
  const isNamed = wanted !== workspaceHome[locale] && !entrances.some((path) => path === wanted.split("?")[0]);
  return isNamed ? wanted : "";
}

/** Where whoever asked may go on: to sign in, or to the code that is still due; then to what was asked for. */
function wayIn(c: WorkspaceContext, wanted: string): string {
  const { locale, session } = c.var;
  if (session) return (session.account.hasSecondFactor ? accountsPaths.code : accountsPaths.secondFactor)[locale];
  return accountsPaths.signIn[locale] + (wanted ? `?next=${encodeURIComponent(wanted)}` : "");
}

/** Every page of the workspace, in both languages. */
export function workspace(services: Services, inCouncil: MiddlewareHandler<CouncilScope>, lent: Lent) {
  const features = featuresWith(services, lent);
  const navigation = features
    .flatMap((feature) => feature.navigation ?? [])
    .toSorted((one, other) => one.order - other.order);
  const show = pageShower(services, navigation);

  const inLanguage = (locale: Locale) => async (c: WorkspaceContext, next: () => Promise<void>) => {
    c.set("locale", locale);
    c.set("here", workspaceHome);
    c.set("show", (page, form) => show(c, page, form));
    await next();
  };
  const app = new Hono<WorkspaceScope>();
  for (const locale of locales)
    app.use(`${workspaceHome[locale]}/*`, inCouncil, inLanguage(locale) as MiddlewareHandler, whoAsks(services));

  const at = (path: InBoth) => async (c: WorkspaceContext, next: () => Promise<void>) => {
    c.set("here", fillPath(path, c.req.param() as Record<string, string>));
    await next();
  };
  const pageOf = pageAbove(
    features.flatMap(({ routes }) => routes),
    workspaceHome,
  );
  const add = ({ method, path, policy, at: page = pageOf(path), answer }: WorkspaceRoute) => {
    for (const locale of locales)
      app.on(method, path[locale], at(page) as MiddlewareHandler, requires(policy), (c) =>
        answer(c as WorkspaceContext),
      );
  };
  for (const feature of features) feature.routes.forEach(add);
  for (const locale of locales)
    app.get(`${workspaceHome[locale]}/*`, requires(isInside), () => {
      throw new AppError("http.not_found", 404);
    });

  app.onError(async (error, c) => {
    const failure = error instanceof AppError ? error : null;
    if (!failure || failure.status >= 500 || !c.var.show) return answerError(error, c as never, services);
    const asked = c as WorkspaceContext;
    if (failure.status === 401) {
      const wanted = wantedBy(asked);
      return (await endedWith(asked, wanted)) ?? c.redirect(wayIn(asked, wanted), 303);
    }
    const { title, fields = [] } = problemOf(failure, c.var.locale, c.var.requestId);
    // What an address asked for wrongly has no fields on this page to which a general sentence could point.
    const sentence = [...new Set(fields.map(({ message }) => message))].join(" ") || title;
    const refused = { view: "errors/refused-page", data: { sentence }, status: failure.status };
    return c.var.show(refused, isSomebody(c.var.actor) ? await unanswered(asked, "refused") : undefined);
  });
  return app;
}
