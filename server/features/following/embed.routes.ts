import { createHash } from "node:crypto";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { phrases } from "../../http/phrases.ts";
import type { CouncilScope } from "../../http/scope.ts";
import type { Services } from "../../http/services.ts";
import { dayIn, numericDay, timeIn, weekdayOf } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { escapeHtml } from "../../pages/document.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { findSettings } from "../settings/settings.queries.ts";
import { themeCss } from "../settings/theme.ts";
import type { Watched } from "./following.schema.ts";
import { type FoundWatch, findWatch } from "./watch.ts";

/** Where the card stands that other sites show of a council. */
export const embedPath = { sq: "/embed/live", en: "/en/embed/live" } as const satisfies Record<Locale, string>;

/** How often the card looks anew, in seconds; it has no script to be told by. */
const lookEvery = 30;

const style = `:root{color-scheme:light dark}body{margin:0;font:1rem/1.5 system-ui,sans-serif;background:light-dark(#fff,#1b1f23);color:light-dark(#1a1d21,#eceae4)}main{padding:1rem 1.1rem;border:1px solid light-dark(#dcd8cd,#343a40);border-inline-start:.4rem solid var(--brand)}main.sits{border-inline-start-color:light-dark(#a3231f,#ff958c)}p,h1{margin:0 0 .4rem}h1{font:600 1.15rem/1.3 Georgia,serif;text-wrap:balance}.state{font-size:.85rem;font-weight:650;color:light-dark(#565b63,#a9aeb5)}.sits .state{color:light-dark(#a3231f,#ff958c)}a{color:var(--link);font-weight:650}.of{font-size:.85rem;color:light-dark(#565b63,#a9aeb5)}`;

interface Card {
  locale: Locale;
  origin: string;
  council: string;
  themeCss: string;
  watch: FoundWatch;
}

const said = (text: LocalizedText, locale: Locale) => {
  const own = text[locale];
  return own ? escapeHtml(own) : `<span lang="sq">${escapeHtml(text.sq)}</span>`;
};

function meetingCard(meeting: Watched, { locale, origin }: Pick<Card, "locale" | "origin">): string {
  const t = phrases(locale, "following");
  const startsAt = new Date(meeting.startsAt);
  const day = dayIn(startsAt);
  const starts = t("starts", { weekday: weekdayOf(day, locale), date: numericDay(day), time: timeIn(startsAt) });
  const state = meeting.phase === "waiting" ? starts : t(`phase.${meeting.phase}`);
  const item = meeting.current
    ? `<p>${escapeHtml(t("now"))}: <b>${escapeHtml(meeting.current.number)}.</b> ${said(meeting.current.title, locale)}</p>`
    : "";
  const vote = meeting.isVoting ? `<p class="state">${escapeHtml(t("vote_open"))}</p>` : "";
  const link = `<p><a href="${escapeHtml(origin + meeting.url[locale])}" target="_blank" rel="noopener">${escapeHtml(t("follow"))}</a></p>`;
  return `<p class="state">${escapeHtml(state)}</p><h1>${said(meeting.name, locale)}</h1>${item}${vote}${link}`;
}

function cardDocument(card: Card): { html: string; policy: string } {
  const { locale, origin, council, watch } = card;
  const t = phrases(locale, "following");
  const shown = watch.meetings[0] ?? watch.next;
  const sits = watch.meetings.some(({ phase }) => phase !== "waiting");
  const page = origin + elementByCode("I.3.5").path[locale];
  const text = shown
    ? meetingCard(shown, card)
    : `<h1>${escapeHtml(t("list_none"))}</h1><p>${escapeHtml(t("list_none_text"))}</p>`;
  const css = card.themeCss + style;
  const hash = createHash("sha256").update(css).digest("base64");
  return {
    html: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="${lookEvery}"><title>${escapeHtml(council)}</title><style>${css}</style></head><body><main${sits ? ' class="sits"' : ""}>${text}<p class="of"><a href="${escapeHtml(page)}" target="_blank" rel="noopener">${escapeHtml(council)}</a></p></main></body></html>`,
    policy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  };
}

/** A card for the municipality's own site: what sits now or next. It may stand anywhere, and keeps nothing of anybody. */
export function embed(inCouncil: MiddlewareHandler<CouncilScope>, { rooms, origins }: Services) {
  const answer = (locale: Locale) => async (c: Context<CouncilScope>) => {
    const { db, now, tenant } = c.var;
    const [{ theme }, watch] = await Promise.all([db.read(findSettings), findWatch(db, rooms, tenant.id, now)]);
    const { html, policy } = cardDocument({
      ...{ locale, watch },
      origin: origins.of(tenant.primaryHost),
      council: tenant.names.council[locale] || tenant.names.council.sq,
      themeCss: themeCss(theme),
    });
    return c.body(html, 200, {
      "content-type": "text/html; charset=utf-8",
      "content-language": locale,
      "content-security-policy": policy,
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=1",
    });
  };
  return new Hono<CouncilScope>().get(embedPath.sq, inCouncil, answer("sq")).get(embedPath.en, inCouncil, answer("en"));
}
