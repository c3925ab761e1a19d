import type {
  DraftAct,
  DraftActList,
  DraftActSummary,
  InitiativeList,
  WithdrawnDraftAct,
} from "../../../server/features/draft-acts/draft-acts.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { type Answer, body, draftActsApi, pageQuery } from "../../lib/api.ts";

const refusals = [400, 404, 422];

/** A row as the pages show it; what a query answers travels in the page. */
const row = (item: DraftActSummary, locale: Locale) => ({
  path: item.url[locale],
  type: item.type,
  title: item.title,
  summary: item.summary,
  subject: item.subject,
  proposer: item.proposer,
  registeredOn: item.registeredOn,
  stage: item.stage,
  isWithoutConsultation: item.isWithoutConsultation,
  period: item.period && {
    startsOn: item.period.startsOn,
    dueOn: item.period.dueOn,
    daysLeft: item.period.daysLeft,
    unit: item.period.unit,
    overdue: item.period.overdue,
    closedOn: item.period.closedOn,
    isOpen: item.period.isOpen,
    endedOn: item.period.endedOn,
  },
});
export type DraftRow = ReturnType<typeof row>;

export interface RegisterAnswer {
  list?: Pick<DraftActList, "total" | "page" | "pages" | "facets"> & { items: DraftRow[] };
  problem?: Problem;
  /** What awaits comments today; only beside the register's first page as it stands. */
  open: DraftRow[];
}

/** A page of the register, or why it was refused. `query` has known names only. */
export const getDraftActs = pageQuery(async (query: string, locale: Locale): Promise<RegisterAnswer> => {
  const [answer, open] = await Promise.all([
    draftActsApi.index.$get({ query: Object.fromEntries(new URLSearchParams(query)) }),
    query ? null : draftActsApi.open.$get(),
  ]);
  if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem, open: [] };
  const { total, page, pages, facets, items } = (await body(answer as Answer<DraftActList>))!;
  const awaiting = open ? (await body(open))!.items : [];
  return {
    list: { total, page, pages, facets, items: items.map((item) => row(item, locale)) },
    open: awaiting.map((item) => row(item, locale)),
  };
}, "draft-acts");

export interface DraftActAnswer {
  draftAct?: DraftAct;
  withdrawn?: Pick<WithdrawnDraftAct, "withdrawnAt" | "reason">;
}

/** One draft act; what is left of it when it was withdrawn; `null` where there was none. */
export const getDraftAct = pageQuery(async (slug: string, locale: Locale): Promise<DraftActAnswer | null> => {
  const answer = await draftActsApi[":slug"].$get({ param: { slug } });
  if (answer.status === 410) {
    const { withdrawnAt, reason } = (await answer.json()) as WithdrawnDraftAct;
    return { withdrawn: { withdrawnAt, reason } };
  }
  const draftAct = await body(answer as Answer<DraftAct>);
  if (!draftAct) return null;
  const inOneLanguage = draftAct.periods.map((period) => ({
    ...period,
    steps: period.steps.map((step) => ({ sq: "", en: "", [locale]: step[locale] })),
  }));
  return { draftAct: { ...draftAct, periods: inOneLanguage } };
}, "draft-act");

export interface InitiativesAnswer {
  list?: Pick<InitiativeList, "total" | "page" | "pages"> & {
    items: (DraftRow & Pick<InitiativeList["items"][number], "reasons" | "expectedEffect">)[];
  };
  problem?: Problem;
}

/** A page of the notices before drafting, or why it was refused. */
export const getInitiatives = pageQuery(async (query: string, locale: Locale): Promise<InitiativesAnswer> => {
  const answer = await draftActsApi.initiatives.$get({ query: Object.fromEntries(new URLSearchParams(query)) });
  if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
  const { total, page, pages, items } = (await body(answer as Answer<InitiativeList>))!;
  const shown = items.map((item) => ({
    ...row(item, locale),
    reasons: item.reasons,
    expectedEffect: item.expectedEffect,
  }));
  return { list: { total, page, pages, items: shown } };
}, "initiatives");
