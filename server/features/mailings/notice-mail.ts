import { html, raw } from "hono/html";
import { textOfHtml } from "../../html-text.ts";
import { phrases } from "../../http/phrases.ts";
import { dayIn, numericDay, timeIn, weekdayOf } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import type { AttachedDocument } from "../documents/attachments.queries.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";

/** What a mailing is to those who receive it. */
export type MailingKind = "notice" | "changed" | "cancelled" | "postponed";

/** A meeting as the mails of one mailing tell it. */
export interface NoticeContent {
  kind: MailingKind;
  origin: string;
  council: LocalizedText;
  slug: string;
  name: LocalizedText;
  startsAt: Date;
  endsAt: Date | null;
  place: LocalizedText | null;
  onlineUrl: string | null;
  closedReason: LocalizedText | null;
  /** Sanitised HTML. */
  notice: LocalizedText | null;
  /** Why it does not take place, or why it has changed. */
  reasons: LocalizedText[];
  /** The meeting in its place; its address where readers may go there. */
  next: { slug: string | null; startsAt: Date } | null;
  items: { number: string; title: LocalizedText; documents: readonly AttachedDocument[] }[];
  documents: readonly AttachedDocument[];
}

interface Line {
  label: string;
  text: string;
  href?: string;
}

/** Everything that is said, once, for both forms of the mail. */
function told(content: NoticeContent, locale: Locale, recipient: string) {
  const t = phrases(locale, "mailings");
  const say = (text: LocalizedText) => text[locale] || text.sq;
  const { kind, origin, startsAt, endsAt } = content;
  const isOff = kind === "cancelled" || kind === "postponed";
  const clock = (at: Date) => {
    const day = dayIn(at);
    return { weekday: weekdayOf(day, locale), date: numericDay(day), time: timeIn(at) };
  };
  const when = clock(startsAt);
  const page = origin + meetingUrl(content.slug)[locale];
  const paper = ({ title, url }: AttachedDocument) => ({ title: say(title), href: origin + url });
  const facts: Line[] = [
    { label: t("meeting"), text: say(content.name), href: page },
    { label: t("when"), text: endsAt ? t("when_until", { ...when, until: timeIn(endsAt) }) : t("when_at", when) },
  ];
  if (!isOff && content.place) facts.push({ label: t("place"), text: say(content.place) });
  if (!isOff && content.onlineUrl) facts.push({ label: t("online"), text: content.onlineUrl, href: content.onlineUrl });
  if (!isOff && content.closedReason) facts.push({ label: t("closed"), text: say(content.closedReason) });
  for (const reason of content.reasons) facts.push({ label: t("reason"), text: say(reason) });
  if (content.next) {
    const { slug, startsAt } = content.next;
    const href = slug === null ? {} : { href: origin + meetingUrl(slug)[locale] };
    facts.push({ label: t("next"), text: t("when_at", clock(startsAt)), ...href });
  }
  const items = isOff
    ? []
    : content.items.map(({ number, title, documents }) => ({
        number,
        title: say(title),
        papers: documents.map(paper),
      }));
  const papers = isOff ? [] : content.documents.map(paper);
  const hasPapers = papers.length > 0 || items.some((item) => item.papers.length > 0);
  return {
    subject: t(`subject.${kind}`, { meeting: say(content.name), date: when.date, time: when.time }),
    greeting: t("greeting", { name: recipient }),
    intro: t(`intro.${kind}`),
    facts,
    notice: isOff || !content.notice ? "" : say(content.notice),
    agenda: { title: t("agenda"), items },
    papers: { title: t("papers"), papers },
    links: [
      ...(hasPapers ? [{ label: t("package"), text: `${page}.zip`, href: `${page}.zip` }] : []),
      { label: t("page"), text: page, href: page },
    ],
    calendar: t(isOff ? "out_of_calendar" : "in_calendar"),
    why: t("why"),
    council: say(content.council),
  };
}
type Told = ReturnType<typeof told>;

const indented = (papers: readonly { title: string; href: string }[], by: string) =>
  papers.flatMap(({ title, href }) => [`${by}${title}`, `${by}${href}`]);

function asText({ greeting, intro, facts, notice, agenda, papers, links, calendar, why, council }: Told): string {
  const parts = [
    [greeting, "", intro],
    facts.map(({ label, text, href }) => `${label}: ${text}${href && href !== text ? `\n${href}` : ""}`),
    notice ? [textOfHtml(notice)] : [],
    agenda.items.length > 0
      ? [
          agenda.title,
          ...agenda.items.flatMap((item) => [`${item.number}. ${item.title}`, ...indented(item.papers, "   ")]),
        ]
      : [],
    papers.papers.length > 0 ? [papers.title, ...indented(papers.papers, "   ")] : [],
    links.map(({ label, href }) => `${label}: ${href}`),
    [calendar],
    [council, why],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

const link = ({ text, href }: { text: string; href?: string }) => (href ? html`<a href="${href}">${text}</a>` : text);
const paperList = (papers: readonly { title: string; href: string }[]) =>
  papers.length > 0
    ? html`<ul>${papers.map(({ title, href }) => html`<li><a href="${href}">${title}</a></li>`)}</ul>`
    : "";

function asHtml(said: Told, locale: Locale): string {
  const { greeting, intro, facts, notice, agenda, papers, links, calendar, why, council, subject } = said;
  const page = html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body>
<p>${greeting}</p>
<p>${intro}</p>
<ul>${facts.map((fact) => html`<li><strong>${fact.label}:</strong> ${link(fact)}</li>`)}</ul>
${notice ? raw(notice) : ""}
${
  agenda.items.length > 0
    ? html`<h2>${agenda.title}</h2>${agenda.items.map(
        (item) => html`<p>${item.number}. ${item.title}</p>${paperList(item.papers)}`,
      )}`
    : ""
}
${papers.papers.length > 0 ? html`<h2>${papers.title}</h2>${paperList(papers.papers)}` : ""}
<p>${links.map(({ label, href }) => html`<a href="${href}">${label}</a><br>`)}</p>
<p>${calendar}</p>
<hr>
<p>${council}<br>${why}</p>
</body>
</html>`;
  return String(page);
}

/** The mail to one member: the same as text and as HTML, and a short text for the calendar. */
export function noticeMail(content: NoticeContent, locale: Locale, recipient: string) {
  const said = told(content, locale, recipient);
  return {
    subject: said.subject,
    text: asText(said),
    html: asHtml(said, locale),
    inCalendar: said.links.map(({ label, href }) => `${label}: ${href}`).join("\n"),
  };
}
