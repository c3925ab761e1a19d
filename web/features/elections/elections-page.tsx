import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import { formatDay, formatNumber, formatPercentage } from "../../ui/format.ts";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";
import { ShareBar } from "../../ui/share-bar.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { useElectionTitle } from "./election-title.ts";
import { type ElectionLine, getElections } from "./elections-query.ts";
import { SeatsByList } from "./seats-by-list.tsx";

/** Local elections: the last one as it seated the council, then all of them. */
export default function ElectionsPage(props: { match: PageMatch }) {
  const t = useT("elections");
  const { locale } = usePage();
  const element = elementByCode("I.2.4");
  const description = useElement(() => props.match.code!);
  const answer = createAsync(() => getElections());
  const titleOf = useElectionTitle();
  const links = useRegisterLinks();
  const columns: Column<ElectionLine>[] = [
    {
      label: t("election"),
      cell: (line) => (
        <a link href={line.url[locale]}>
          {titleOf(line)}
        </a>
      ),
    },
    { label: t("held_on"), cell: (line) => <time datetime={line.heldOn}>{formatDay(line.heldOn)}</time> },
    { label: t("turnout"), numeric: true, cell: (line) => <Turnout turnout={line.turnout} /> },
    { label: t("lists"), numeric: true, cell: (line) => line.lists },
    { label: t("seats"), numeric: true, cell: (line) => line.seats },
    {
      label: t("first_list"),
      cell: (line) => (
        <Show when={line.first}>
          {(first) => <span>{`${first().name}, ${formatPercentage(first().share, locale)}`}</span>}
        </Show>
      ),
    },
  ];
  return (
    <ElementPage element={element} description={description()} isFilled={(answer()?.rows.length ?? 0) > 0}>
      <Show when={answer()?.rows[0]}>
        {(latest) => (
          <div class="stack">
            <section aria-labelledby="latest">
              <div class="bar">
                <h2 id="latest">{titleOf(latest())}</h2>
                <a link href={latest().url[locale]}>
                  {t("full_results")}
                </a>
              </div>
              <div class="split latest-election">
                <SeatsByList lists={answer()!.lists} />
                <dl class="defs">
                  <div>
                    <dt>{t("held_on")}</dt>
                    <dd>{formatDay(latest().heldOn)}</dd>
                  </div>
                  <div>
                    <dt>{t("turnout")}</dt>
                    <dd>
                      <Turnout turnout={latest().turnout} />
                    </dd>
                  </div>
                  <For each={["electorate", "voters", "validBallots"] as const}>
                    {(name) => (
                      <Show when={answer()!.facts?.[name] != null}>
                        <div>
                          <dt>{t(name === "validBallots" ? "valid_ballots" : name)}</dt>
                          <dd>{formatNumber(answer()!.facts![name]!, locale)}</dd>
                        </div>
                      </Show>
                    )}
                  </For>
                </dl>
              </div>
            </section>
            <section aria-labelledby="all">
              <div class="bar">
                <h2 id="all">{t("all")}</h2>
              </div>
              <RegisterTable caption={t("all")} columns={columns} rows={answer()!.rows} />
              <Exports links={links(element.path[locale])} />
            </section>
          </div>
        )}
      </Show>
    </ElementPage>
  );
}

function Turnout(props: { turnout: number | null }) {
  const t = useT("elections");
  const { locale } = usePage();
  return (
    <Show when={props.turnout !== null} fallback={<span class="unknown">{t("unknown")}</span>}>
      <span>
        {formatPercentage(props.turnout!, locale)}
        <ShareBar share={props.turnout!} />
      </span>
    </Show>
  );
}
