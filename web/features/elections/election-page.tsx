import { createAsync } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import type { Election } from "../../../server/features/elections/elections.schema.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import { FileList } from "../../ui/file-list.tsx";
import { formatChange, formatDay, formatNumber, formatPercentage } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Page } from "../../ui/page.tsx";
import { termName } from "../../ui/term-name.ts";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { useElectionTitle } from "./election-title.ts";
import { getElection } from "./elections-query.ts";
import { MandateChanges } from "./mandate-changes.tsx";
import { ResultsTable } from "./results-table.tsx";
import { SeatsByList } from "./seats-by-list.tsx";

/** One election: how it seated the council, what each list got, who has left and come since. */
export default function ElectionPage(props: { match: PageMatch }) {
  const election = createAsync(() => getElection(props.match.slug!));
  return (
    <Show when={election() !== null} fallback={<NotFoundPage />}>
      <Show when={election()}>{(found) => <Sheet election={found()} />}</Show>
    </Show>
  );
}

function Sheet(props: { election: Election }) {
  const t = useT("elections");
  const { locale } = usePage();
  const titleOf = useElectionTitle();
  const links = useRegisterLinks();
  const element = elementByCode("I.2.4");
  const title = () => titleOf(props.election);
  const description = () => t("description", { title: title() });
  const query = () => `?${new URLSearchParams({ election: props.election.slug })}`;
  if (import.meta.env.SSR)
    useStructuredData((address) => ({
      "@type": "Dataset",
      name: title(),
      description: description(),
      temporalCoverage: props.election.heldOn,
      license: "https://creativecommons.org/licenses/by/4.0/",
      url: address(props.election.url[locale]),
      distribution: {
        "@type": "DataDownload",
        encodingFormat: "text/csv",
        contentUrl: address(`${element.path[locale]}.csv${query()}`),
      },
    }));
  return (
    <Page
      title={title()}
      description={description()}
      crumbs={crumbsTo(element, locale)}
      kicker={`${formatDay(props.election.heldOn)} · ${t(`kind.${props.election.kind}`)}`}
      class="paper"
    >
      <OnlyAlbanian
        texts={[...props.election.lists.map(({ name }) => name), props.election.source, props.election.note]}
      />
      <div class="split">
        <Details election={props.election} />
        <div class="stack">
          <section aria-labelledby="seats">
            <div class="bar">
              <h2 id="seats">{t("seats_by_list")}</h2>
            </div>
            <SeatsByList lists={props.election.lists} />
          </section>
          <section aria-labelledby="results">
            <div class="bar">
              <h2 id="results">{t("results")}</h2>
            </div>
            <ResultsTable election={props.election} />
            <Exports links={links(element.path[locale], query())} />
          </section>
          <Show when={props.election.term}>
            {(term) => <MandateChanges changes={props.election.changes} term={termName(term())} />}
          </Show>
          <Show when={props.election.documents.length > 0}>
            <section aria-labelledby="papers">
              <div class="bar">
                <h2 id="papers">{t("documents")}</h2>
              </div>
              <FileList documents={props.election.documents} />
            </section>
          </Show>
        </div>
      </div>
      <Show when={props.election.older || props.election.newer}>
        <Neighbours election={props.election} />
      </Show>
    </Page>
  );
}

/** Turnout and ballots; what is not known is said to be so. */
function Details(props: { election: Election }) {
  const t = useT("elections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const number = (value: number | null) =>
    value === null ? <span class="unknown">{t("unknown")}</span> : formatNumber(value, locale);
  return (
    <aside class="details" aria-label={t("details")}>
      <dl class="defs">
        <Fact label={t("turnout")}>
          <Show when={props.election.turnout !== null} fallback={number(null)}>
            <span class="large">{formatPercentage(props.election.turnout!, locale)}</span>
          </Show>
          <Show when={props.election.previous?.turnoutDifference != null}>
            <p class="small soft">
              {t("turnout_points", {
                points: formatChange(props.election.previous!.turnoutDifference!, locale),
                date: formatDay(props.election.previous!.heldOn),
              })}
            </p>
          </Show>
        </Fact>
        <Fact label={t("electorate")}>{number(props.election.electorate)}</Fact>
        <Fact label={t("voters")}>{number(props.election.voters)}</Fact>
        <Fact label={t("valid_ballots")}>{number(props.election.validBallots)}</Fact>
        <Fact label={t("invalid_ballots")}>{number(props.election.invalidBallots)}</Fact>
        <Fact label={t("seats_of_council")}>{props.election.seats}</Fact>
        <Show when={props.election.term}>
          {(term) => (
            <Fact label={t("term")}>
              {termName(term())}{" "}
              <span class="small soft">
                ({formatDay(term().beginsOn)} – {term().endsOn && formatDay(term().endsOn!)})
              </span>
            </Fact>
          )}
        </Show>
        <Show when={props.election.source || props.election.sourceUrl}>
          <Fact label={t("source")}>
            <Show when={props.election.sourceUrl} fallback={say(props.election.source)}>
              {(url) => (
                <a href={url()} lang={lang(props.election.source)}>
                  {say(props.election.source) || new URL(url()).hostname}
                </a>
              )}
            </Show>
          </Fact>
        </Show>
        <Show when={props.election.note}>
          {(note) => (
            <Fact label={t("note")}>
              <span class="lines" lang={lang(note())}>
                {say(note())}
              </span>
            </Fact>
          )}
        </Show>
      </dl>
    </aside>
  );
}

const Fact = (props: { label: string; children: JSX.Element }) => (
  <div>
    <dt>{props.label}</dt>
    <dd>{props.children}</dd>
  </div>
);

function Neighbours(props: { election: Election }) {
  const t = useT("elections");
  const { locale } = usePage();
  const titleOf = useElectionTitle();
  const both = () => [
    { rel: "prev", label: t("older"), near: props.election.older },
    { rel: "next", label: t("newer"), near: props.election.newer },
  ];
  return (
    <nav class="neighbours" aria-label={t("neighbours")}>
      <For each={both()}>
        {({ rel, label, near }) => (
          <Show when={near}>
            {(other) => (
              <a link rel={rel} href={other().url[locale]} class={rel}>
                <span>{label}</span>
                <b>{titleOf(other())}</b>
              </a>
            )}
          </Show>
        )}
      </For>
    </nav>
  );
}
