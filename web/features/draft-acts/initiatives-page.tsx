import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { DueTag } from "../../ui/due-date.tsx";
import { FilterRefusal } from "../../ui/filters.tsx";
import { formatDay } from "../../ui/format.ts";
import { Pagination } from "../../ui/pagination.tsx";
import { Prose } from "../../ui/prose.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { getInitiatives, type InitiativesAnswer } from "./draft-acts-query.ts";
import { StageTag } from "./stage-tag.tsx";

type Initiative = NonNullable<InitiativesAnswer["list"]>["items"][number];

/** Notices before drafting: those on which views are awaited whole, the earlier ones as a list. */
export default function InitiativesPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("drafts");
  const element = elementByCode("I.3.13");
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const answer = createAsync(() => getInitiatives(query(), locale));
  const description = useElement(() => element.code);
  const open = () => answer()?.list?.items.filter(({ period }) => period?.isOpen) ?? [];
  const past = () => answer()?.list?.items.filter(({ period }) => !period?.isOpen) ?? [];
  const address = (page: number) => element.path[locale] + (page > 1 ? `?page=${page}` : "");
  return (
    <ElementPage element={element} description={description()} isFilled={(answer()?.list?.total ?? 0) > 0}>
      <Show when={answer()?.problem}>{(refusal) => <FilterRefusal problem={refusal()} />}</Show>
      <Show when={answer()?.list}>
        {(list) => (
          <Show when={list().total > 0}>
            <div class="stack">
              <Show when={open().length > 0}>
                <section aria-labelledby="initiatives-open">
                  <div class="bar">
                    <h2 id="initiatives-open">{t("initiatives_open")}</h2>
                  </div>
                  <For each={open()}>{(initiative) => <OpenInitiative initiative={initiative} />}</For>
                </section>
              </Show>
              <Show when={past().length > 0}>
                <section aria-labelledby="initiatives-past">
                  <div class="bar">
                    <h2 id="initiatives-past">{t("initiatives_past")}</h2>
                    <span>{t("initiatives_noun", { count: list().total })}</span>
                  </div>
                  <ul class="entries">
                    <For each={past()}>{(initiative) => <PastInitiative initiative={initiative} />}</For>
                  </ul>
                </section>
              </Show>
            </div>
            <Pagination page={list().page} pages={list().pages} address={address} />
          </Show>
        )}
      </Show>
    </ElementPage>
  );
}

function OpenInitiative(props: { initiative: Initiative }) {
  const t = useT("drafts");
  const matters = useT("matters");
  const { say, lang } = useLocalized();
  return (
    <article class="card initiative">
      <p class="kicker">
        {matters(`subject.${props.initiative.subject}`)} · {matters(`proposer.${props.initiative.proposer.kind}`)}
      </p>
      <h3 lang={lang(props.initiative.title)}>
        <a link href={props.initiative.path}>
          {say(props.initiative.title)}
        </a>
      </h3>
      <p class="until">
        <span>{t("open_until", { date: formatDay(props.initiative.period!.dueOn) })}</span>{" "}
        <DueTag deadline={props.initiative.period!} />
      </p>
      <Show when={props.initiative.summary}>{(summary) => <p lang={lang(summary())}>{say(summary())}</p>}</Show>
      <Show when={props.initiative.reasons}>
        {(reasons) => (
          <>
            <h4>{t("reasons")}</h4>
            <Prose text={reasons()} />
          </>
        )}
      </Show>
      <Show when={props.initiative.expectedEffect}>
        {(effect) => (
          <>
            <h4>{t("effect")}</h4>
            <Prose text={effect()} />
          </>
        )}
      </Show>
      <p>
        <a link class="button" href={props.initiative.path}>
          {t("open_how")}
        </a>
      </p>
    </article>
  );
}

function PastInitiative(props: { initiative: Initiative }) {
  const t = useT("drafts");
  const { say, lang } = useLocalized();
  return (
    <li>
      <a link href={props.initiative.path} lang={lang(props.initiative.title)}>
        {say(props.initiative.title)}
      </a>
      <StageTag stage={props.initiative.stage} isOpen={false} />
      <p>
        <Show when={props.initiative.period}>
          {(period) => t("initiative_given", { date: formatDay(period().startsOn) })}
        </Show>
      </p>
    </li>
  );
}
