import { createHash } from "node:crypto";
import fresh from "fresh";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { AppError } from "../../http/errors.ts";
import { queryOf, readQuery } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import type { CouncilScope } from "../../http/scope.ts";
import type { Services } from "../../http/services.ts";
import { dayIn } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { contentDisposition } from "../../storage/content-disposition.ts";
import { type CatalogueElement, elementByCode, elementByPath } from "../elements/catalogue.shared.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { findMeeting, findMeetings, findPeriods } from "./calendar.queries.ts";
import { narrowing } from "./calendar.routes.ts";
import { type CalendarCode, calendarCodes, scopeOf } from "./calendar.shared.ts";
import { type ICalendarParts, iCalendar } from "./ical.ts";

const notFound = () => new AppError("http.not_found", 404);

/** So much of what was stays in a feed: it is as small after ten years as after one. */
const kept = { months: 12 };

const isCalendar = ({ code }: CatalogueElement): boolean => calendarCodes.includes(code as CalendarCode);

/** The meeting that an address names, if it lies below the meetings. */
function meetingAt(path: string): string | null {
  const { path: folder } = elementByCode("I.3.3");
  const [, parent, slug] = /^(.+)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(path) ?? [];
  return slug && (parent === folder.sq || parent === folder.en) ? slug : null;
}

/**
 * Calendars to subscribe to: each of the site's calendars at its address with `.ics`, narrowed by `body` and `kind`, and
 * each meeting alone.
 */
export function calendarFeeds(
  inCouncil: MiddlewareHandler<CouncilScope>,
  { origins, config: { baseDomain } }: Pick<Services, "origins" | "config">,
) {
  async function answer(c: Context<CouncilScope>) {
    const { tenant } = c.var;
    const path = c.req.path.replace(/\.ics$/, "");
    const locale: Locale = path.startsWith("/en/") ? "en" : "sq";
    const origin = origins.of(tenant.primaryHost);
    const say = (text: LocalizedText) => text[locale] || text.sq;
    const element = elementByPath(path);
    const slug = meetingAt(path);
    const title = (name: string) =>
      phrases(locale, "feeds")("calendar_name", { title: name, council: say(tenant.names.council) });
    const shared = { locale, origin, baseDomain };

    const ofMeeting = async (slug: string): Promise<ICalendarParts> => {
      const meeting = await c.var.db.read((tx) => findMeeting(tx, slug, c.var.now));
      if (!meeting) throw notFound();
      const page = origin + meetingUrl(slug)[locale];
      const name = title(say(fullMeetingName(meeting)));
      return { ...shared, name, self: `${page}.ics`, page, meetings: [meeting], periods: [] };
    };
    const ofElement = async (element: CatalogueElement): Promise<ICalendarParts> => {
      const { db, now } = c.var;
      const scope = scopeOf(element.code as CalendarCode);
      const asked = readQuery(narrowing, new URL(c.req.url).searchParams);
      const from = Temporal.PlainDate.from(dayIn(now)).subtract(kept).toString();
      const hasPeriods =
        scope.periods === true && asked.body === null && (asked.kind ?? "consultation") === "consultation";
      const [meetings, periods] = await db.read((tx) =>
        Promise.all([
          findMeetings(tx, { scope, ...asked }, from, null, now),
          hasPeriods ? findPeriods(tx, from, null, now) : [],
        ]),
      );
      // Named for whoever subscribes to several: by the body or the kind that it is narrowed to.
      const body = asked.body && meetings.find(({ body_slug }) => body_slug === asked.body)?.body_name;
      const narrowed = [
        ...(asked.kind ? [phrases(locale, "meetings")(`kind.${asked.kind}`)] : []),
        ...(body ? [say(body)] : []),
      ];
      const query = queryOf(asked);
      const page = origin + element.path[locale];
      const name = title([element.short[locale], ...narrowed].join(" · "));
      return { ...shared, name, self: `${page}.ics${query}`, page: page + query, meetings, periods };
    };

    if (!slug && !(element && isCalendar(element))) throw notFound();
    const text = iCalendar(slug ? await ofMeeting(slug) : await ofElement(element!));
    const headers = {
      etag: `"${createHash("sha256").update(text).digest("base64url")}"`,
      "cache-control": "public, no-cache",
      "access-control-allow-origin": "*",
    };
    if (fresh(Object.fromEntries(c.req.raw.headers), headers)) return new Response(null, { status: 304, headers });
    const fileName = `${tenant.slug}-${path.split("/").at(-1)}.ics`;
    return new Response(text, {
      headers: {
        ...headers,
        "content-type": "text/calendar; charset=utf-8",
        "content-language": locale,
        "content-disposition": contentDisposition(fileName, slug ? "attachment" : "inline"),
      },
    });
  }
  return new Hono<CouncilScope>().get("/:path{.+\\.ics}", inCouncil, answer);
}
