import { randomBytes } from "node:crypto";
import { searchView } from "../features/finder/finder.paths.shared.ts";
import { emblemOf } from "../features/settings/emblems.ts";
import { findSettings } from "../features/settings/settings.queries.ts";
import type { Theme } from "../features/settings/settings.schema.ts";
import { themeCss } from "../features/settings/theme.ts";
import { phrases } from "../http/phrases.ts";
import { type Actor, isSomebody } from "../http/scope.ts";
import type { Services } from "../http/services.ts";
import type { Locale } from "../locale.shared.ts";
import { lettersGoOut } from "../mail/mailer.ts";
import { developmentPolicy, releaseScripts, workspacePolicy } from "../pages/content-security-policy.ts";
import type { WebBuild } from "../pages/web-build.ts";
import { askedQuery } from "./asked-query.ts";
import { workspaceDocument } from "./document.ts";
import { type NavigationEntry, navigationGroups } from "./feature.ts";
import { workspaceHome } from "./home.shared.ts";
import type { FormState, NavigationLink, WorkspacePageData } from "./page-data.ts";
import type { Shown, WorkspaceContext } from "./scope.ts";

/**
 * `page` where the link leads here, `true` where it leads above. The first screen is above nothing.
 * @param leadsTo the page to which it leads, and what else belongs to that
 */
function currency(leadsTo: readonly string[], here: string, home: string): NavigationLink["current"] {
  if (leadsTo[0] === here) return "page";
  const isWithin = leadsTo.some((one) => one !== home && (here === one || here.startsWith(`${one}/`)));
  return isWithin ? "true" : undefined;
}

/** The navigation as somebody sees it; what they may not open is not there. */
const groupsFor = (navigation: readonly NavigationEntry[], actor: Actor, locale: Locale, here: string) =>
  navigationGroups
    .map((name) => ({
      label: phrases(locale, "workspace")(`group.${name}`),
      links: navigation
        .filter(({ group, policy }) => group === name && policy(actor))
        .map(({ path, label, leadsTo }) => ({
          href: path[locale],
          label: label(locale),
          current: currency(
            (leadsTo?.(actor) ?? [path]).map((one) => one[locale]),
            here,
            workspaceHome[locale],
          ),
        })),
    }))
    .filter(({ links }) => links.length > 0);

/** Draws a page of the workspace for whoever asked. Nothing of it is kept anywhere. */
export const pageShower =
  ({ config, webBuild }: Pick<Services, "config" | "webBuild">, navigation: readonly NavigationEntry[]) =>
  async (c: WorkspaceContext, shown: Shown, form: FormState | null = null): Promise<Response> => {
    const { actor, db, here, locale, tenant } = c.var;
    const [{ theme }, web] = await Promise.all([db.read(findSettings), webBuild()]);
    const page = {
      council: { names: tenant.names, state: tenant.state, isExample: tenant.isExample, ...emblemOf(theme) },
      account: actor.kind === "account" ? { id: actor.id, name: actor.name } : null,
      visit:
        actor.kind === "operator" ? { id: actor.id, name: actor.name, reason: actor.reason, until: actor.until } : null,
      isMailOff: !lettersGoOut(config),
      navigation: isSomebody(actor) ? groupsFor(navigation, actor, locale, here[locale]) : [],
    };
    return drawPage(
      c,
      web,
      { page, theme, site: tenant.names.council[locale] ?? tenant.names.council.sq },
      shown,
      form,
    );
  };

interface Place {
  page: Pick<WorkspacePageData, "council" | "account" | "visit" | "isMailOff" | "navigation">;
  theme: Theme;
  /** What stands beside the page's own title. */
  site: string;
}

/** A page as a whole document, with the policy that holds for it. */
export function drawPage(
  c: WorkspaceContext,
  web: WebBuild,
  { page: around, theme, site }: Place,
  { view, data, status = 200 }: Shown,
  form: FormState | null,
): Response | Promise<Response> {
  const { here, locale } = c.var;
  const query = new URL(c.req.url).searchParams;
  const page: WorkspacePageData = {
    ...{ view, locale, here, data, form, asked: askedQuery(c) },
    done: query.get("done"),
    search: (view === searchView && query.get("q")) || "",
    ...around,
  };
  const nonce = randomBytes(16).toString("hex");
  const rendered = web.workspace.render(page, nonce);
  const released = releaseScripts(rendered.hydration + rendered.body, nonce);
  const split = released.html.indexOf("</script>") + "</script>".length;
  const style = themeCss(theme);
  const html = workspaceDocument({
    locale,
    title: `${rendered.title} – ${site}`,
    themeCss: style,
    themeColour: theme.brand,
    assets: web.workspace.assetsFor(view, locale),
    page,
    fragment: released.html.slice(split),
    hydration: released.html.slice(0, split),
  });
  return c.html(html, status as 200, {
    "content-language": locale,
    "content-security-policy": web.isLive ? developmentPolicy : workspacePolicy(released.hashes, style),
  });
}
