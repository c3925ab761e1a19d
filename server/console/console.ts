import { Hono, type MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { sessionCookieName } from "../auth/cookie.ts";
import { actorOf, findSession } from "../auth/sessions.ts";
import type { InBoth } from "../features/elements/catalogue.shared.ts";
import { operatorsConsole } from "../features/operators/operators.console.ts";
import { consoleHome, operatorPaths } from "../features/operators/operators.paths.shared.ts";
import { defaultTheme } from "../features/settings/theme.ts";
import { answerError } from "../http/answer-error.ts";
import { AppError } from "../http/errors.ts";
import { phrases } from "../http/phrases.ts";
import { problemOf } from "../http/problem.ts";
import { isSomebody } from "../http/scope.ts";
import type { Services } from "../http/services.ts";
import { type Locale, locales } from "../locale.shared.ts";
import { lettersGoOut } from "../mail/mailer.ts";
import type { WorkspaceRoute } from "../workspace/feature.ts";
import { requires } from "../workspace/guard.ts";
import { fillPath } from "../workspace/home.shared.ts";
import { pageAbove } from "../workspace/page-above.ts";
import type { FormState, NavigationLink } from "../workspace/page-data.ts";
import type { Shown, WorkspaceContext, WorkspaceScope } from "../workspace/scope.ts";
import { drawPage } from "../workspace/show-page.ts";
import { endedWith, unanswered } from "../workspace/unanswered.ts";
import { closed } from "../workspace/who-asks.ts";

/**
 * The operator's own place, at a host of its own. It is built like a council's workspace and shares the routes of
 * accounts with it; but it has no council, and its handle reaches the operators' accounts alone.
 */
export function operatorConsole(services: Services) {
  const { clock, config, operators, webBuild } = services;

  async function show(c: WorkspaceContext, shown: Shown, form: FormState | null = null): Promise<Response> {
    const { actor, here, locale } = c.var;
    const t = phrases(locale, "operator");
    const isSignedIn = actor.kind === "account";
    const href = consoleHome[locale];
    const current: NavigationLink["current"] = here[locale] === href ? "page" : undefined;
    const page = {
      ...{ council: null, visit: null, account: isSignedIn ? { id: actor.id, name: actor.name } : null },
      isMailOff: !lettersGoOut(config),
      navigation: isSignedIn ? [{ label: t("name"), links: [{ href, label: t("councils"), current }] }] : [],
    };
    return drawPage(c, await webBuild(), { page, theme: defaultTheme, site: t("name") }, shown, form);
  }

  const enter =
    (locale: Locale): MiddlewareHandler<WorkspaceScope> =>
    async (c, next) => {
      if (c.var.site.kind !== "operator") throw new AppError("http.not_found", 404);
      c.set("db", operators);
      c.set("locale", locale);
      c.set("here", consoleHome);
      c.set("show", (page, form) => show(c, page, form));
      const id = getCookie(c, sessionCookieName(config.publicScheme));
      const session = id ? await findSession({ db: operators, clock, hasRoles: false }, id) : null;
      c.set("session", session);
      c.set("visit", null);
      c.set("actor", actorOf(session) ?? c.var.actor);
      await next();
      closed(c.res);
    };

  const app = new Hono<WorkspaceScope>();
  for (const locale of locales) app.use(`${consoleHome[locale]}/*`, enter(locale));
  const at =
    (path: InBoth): MiddlewareHandler<WorkspaceScope> =>
    async (c, next) => {
      c.set("here", fillPath(path, c.req.param() as Record<string, string>));
      await next();
    };
  const { routes } = operatorsConsole(services);
  const pageOf = pageAbove(routes, consoleHome);
  const add = ({ method, path, policy, at: page = pageOf(path), answer }: WorkspaceRoute) => {
    for (const locale of locales)
      app.on(method, path[locale], at(page), requires(policy), (c) => answer(c as WorkspaceContext));
  };
  routes.forEach(add);

  app.onError(async (error, c) => {
    const failure = error instanceof AppError ? error : null;
    if (!failure || failure.status >= 500 || !c.var.show) return answerError(error, c as never, services);
    const { actor, locale, session } = c.var;
    const asked = c as WorkspaceContext;
    if (failure.status === 401) {
      const due = session?.account.hasSecondFactor ? operatorPaths.code : operatorPaths.secondFactor;
      return (await endedWith(asked, "")) ?? c.redirect((session ? due : operatorPaths.signIn)[locale], 303);
    }
    const { title } = problemOf(failure, locale, c.var.requestId);
    const refused = { view: "errors/refused-page", data: { sentence: title }, status: failure.status };
    return c.var.show(refused, isSomebody(actor) ? await unanswered(asked, "refused") : undefined);
  });
  return app;
}
