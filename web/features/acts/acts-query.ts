import type { Act, ActList, WithdrawnAct } from "../../../server/features/acts/acts.schema.ts";
import type { DeadlineView } from "../../../server/features/deadlines/deadline-view.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import type { Locale, LocalizedText } from "../../../server/locale.shared.ts";
import { type Answer, actsApi, body, pageQuery } from "../../lib/api.ts";

/** What a row of the table shows. */
export type ActRow = Pick<
  ActList["items"][number],
  ("type" | "number" | "adoptedOn" | "title" | "url") | ("force" | "inForceOn" | "repealedOn" | "prefectState" | "vote")
> & { paper: Pick<NonNullable<ActList["items"][number]["paper"]>, "fileName" | "size" | "url"> | null };
export interface ListAnswer {
  list?: Omit<ActList, "items"> & { items: ActRow[] };
  problem?: Problem;
}
export interface ActAnswer {
  act?: Act;
  withdrawn?: WithdrawnAct;
}

const refusals = [400, 404, 422];

/** A page of the register, or why it was refused. `query` has known names only. */
export const getActs = pageQuery(async (query: string): Promise<ListAnswer> => {
  const answer = await actsApi.index.$get({ query: Object.fromEntries(new URLSearchParams(query)) });
  if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
  const list = (await body(answer))!;
  return { list: { ...list, items: list.items.map(rowOf) } };
}, "acts");

const rowOf = (act: ActList["items"][number]): ActRow => ({
  type: act.type,
  number: act.number,
  adoptedOn: act.adoptedOn,
  title: act.title,
  url: act.url,
  force: act.force,
  inForceOn: act.inForceOn,
  repealedOn: act.repealedOn,
  prefectState: act.prefectState,
  vote: act.vote,
  paper: act.paper && { fileName: act.paper.fileName, size: act.paper.size, url: act.paper.url },
});

/** Long texts travel in the language in which they are shown. */
function inOne<T extends LocalizedText | null>(text: T, locale: Locale): T {
  if (!text) return text;
  return (locale === "en" && text.en ? { sq: "", en: text.en } : { sq: text.sq }) as T;
}
const clockIn = <T extends DeadlineView>(clock: T, locale: Locale): T => ({
  ...clock,
  steps: clock.steps.map((step) => ({ sq: "", en: "", [locale]: step[locale] })),
});

/** One act; what is left of it when it was withdrawn; `null` where there was none. */
export const getAct = pageQuery(async (slug: string, locale: Locale): Promise<ActAnswer | null> => {
  const answer = await actsApi[":slug"].$get({ param: { slug } });
  if (answer.status === 410) return { withdrawn: (await answer.json()) as unknown as WithdrawnAct };
  const act = await body(answer as Answer<Act>);
  return (
    act && {
      act: {
        ...act,
        text: inOne(act.text, locale),
        legalBasis: inOne(act.legalBasis, locale),
        announcement: act.announcement && clockIn(act.announcement, locale),
        entryIntoForce: act.entryIntoForce && clockIn(act.entryIntoForce, locale),
        prefect: { ...act.prefect, clocks: act.prefect.clocks.map((clock) => clockIn(clock, locale)) },
      },
    }
  );
}, "act");
