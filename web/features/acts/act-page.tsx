import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import type { Act } from "../../../server/features/acts/acts.schema.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { FileList } from "../../ui/file-list.tsx";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Page } from "../../ui/page.tsx";
import { Prose } from "../../ui/prose.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { ActDetails } from "./act-details.tsx";
import { ActLife } from "./act-life.tsx";
import { useActName } from "./act-name.ts";
import { ActNeighbours } from "./act-neighbours.tsx";
import { ActRelations } from "./act-relations.tsx";
import { ActStrip } from "./act-strip.tsx";
import { ActVote } from "./act-vote.tsx";
import { getAct } from "./acts-query.ts";
import { PrefectReview } from "./prefect-review.tsx";
import { WithdrawnActPage } from "./withdrawn-act.tsx";

/** One act: what was decided, whether it holds, who voted for it, and its life from draft to repeal. */
export default function ActPage(props: { match: PageMatch }) {
  const answer = createAsync(() => getAct(props.match.slug!, props.match.locale));
  return (
    <>
      <Show when={answer()?.act}>{(act) => <WholeAct act={act()} />}</Show>
      <Show when={answer()?.withdrawn}>{(gone) => <WithdrawnActPage withdrawn={gone()} />}</Show>
      <Show when={answer() === null}>
        <NotFoundPage />
      </Show>
    </>
  );
}

function WholeAct(props: { act: Act }) {
  const t = useT("acts");
  const matters = useT("matters");
  const collections = useT("collections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const name = useActName();
  const element = elementByCode("I.3.6");
  if (import.meta.env.SSR)
    useStructuredData((address) => ({
      "@type": "Legislation",
      name: say(props.act.title),
      legislationIdentifier: name(props.act),
      legislationType: matters(`type.${props.act.type}`),
      legislationDate: props.act.adoptedOn,
      legislationDateVersion: props.act.inForceOn ?? undefined,
      legislationLegalForce: props.act.force === "in_force" ? "InForce" : "NotInForce",
      legislationPassedBy: { "@type": "GovernmentOrganization", name: say(props.act.body.name) },
      legislationChanges: props.act.relations.to.flatMap(({ act }) => (act ? [address(act.url[locale])] : [])),
      inLanguage: lang(props.act.title) ?? locale,
      url: address(props.act.url[locale]),
    }));
  return (
    <Page
      title={say(props.act.title)}
      tab={`${name(props.act)}: ${say(props.act.title)}`}
      titleLang={lang(props.act.title)}
      description={props.act.summary ? say(props.act.summary) : name(props.act)}
      crumbs={crumbsTo(element, locale)}
      kicker={
        <>
          {name(props.act)} · <span lang={lang(props.act.body.name)}>{say(props.act.body.name)}</span>
        </>
      }
      lead={props.act.summary && <p lang={lang(props.act.summary)}>{say(props.act.summary)}</p>}
      class="paper act"
    >
      <OnlyAlbanian texts={[props.act.title, props.act.text]} />
      <ActStrip act={props.act} />
      <div class="split">
        <div class="stack">
          <section aria-labelledby="text">
            <div class="bar">
              <h2 id="text">{t("text")}</h2>
            </div>
            <Show when={props.act.force === "repealed" || props.act.force === "annulled"}>
              <p class="note bad">{t("ended_note")}</p>
            </Show>
            <Show when={props.act.relations.from.some(({ kind }) => kind === "amends")}>
              <p class="note warn">
                {t("changed_note")} <a href="#relations">{t("relations")}</a>
              </p>
            </Show>
            <Show when={props.act.namesPersons}>
              <p class="note">{t("names_persons")}</p>
            </Show>
            <Show when={props.act.legalBasis}>
              {(basis) => (
                <div class="basis">
                  <h3>{t("legal_basis")}</h3>
                  <Prose text={basis()} isBelowHeading />
                </div>
              )}
            </Show>
            <Show
              when={props.act.text}
              fallback={<p class="aside">{props.act.documents.length > 0 ? t("text_missing") : t("text_none")}</p>}
            >
              {(text) => <Prose text={text()} isBelowHeading />}
            </Show>
          </section>
          <Show when={props.act.documents.length > 0}>
            <section aria-labelledby="files">
              <div class="bar">
                <h2 id="files">{collections("files", { count: props.act.documents.length })}</h2>
              </div>
              <FileList documents={props.act.documents} />
            </section>
          </Show>
          <Show when={props.act.vote}>{(vote) => <ActVote vote={vote()} meeting={props.act.meeting} />}</Show>
          <PrefectReview act={props.act} />
          <ActRelations relations={props.act.relations} />
        </div>
        <aside class="stack" aria-label={t("life")}>
          <ActLife entries={props.act.timeline} />
          <ActDetails act={props.act} />
        </aside>
      </div>
      <ActNeighbours act={props.act} />
    </Page>
  );
}
