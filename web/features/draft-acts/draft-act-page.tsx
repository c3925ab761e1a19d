import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { DraftAct, WithdrawnDraftAct } from "../../../server/features/draft-acts/draft-acts.schema.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { LocalizedText } from "../../../server/locale.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useStatus, useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { CommentPeriod } from "../../ui/comment-period.tsx";
import { formatDay, formatInstantDay } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Page } from "../../ui/page.tsx";
import { Prose } from "../../ui/prose.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { CommentCard } from "./comment-card.tsx";
import { Discussions } from "./discussions.tsx";
import { getDraftAct } from "./draft-acts-query.ts";
import { DraftCourse } from "./draft-course.tsx";
import { DraftDetails } from "./draft-details.tsx";
import { DraftDocuments } from "./draft-documents.tsx";
import { StageTag } from "./stage-tag.tsx";

const element = elementByCode("I.3.7");

/** One draft act: can it be commented on, what does it say, who discusses it, and what came of it. */
export default function DraftActPage(props: { match: PageMatch }) {
  const { locale } = usePage();
  const answer = createAsync(() => getDraftAct(props.match.slug!, locale));
  return (
    <>
      <Show when={answer()?.draftAct}>{(found) => <Paper draftAct={found()} />}</Show>
      <Show when={answer()?.withdrawn}>{(gone) => <Withdrawn withdrawn={gone()} />}</Show>
      <Show when={answer() === null}>
        <NotFoundPage />
      </Show>
    </>
  );
}

function Paper(props: { draftAct: DraftAct }) {
  const t = useT("drafts");
  const matters = useT("matters");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const open = () => props.draftAct.periods.find(({ isOpen }) => isOpen);
  const past = () => props.draftAct.periods.filter(({ isOpen }) => !isOpen);
  if (import.meta.env.SSR)
    useStructuredData((address) => ({
      "@type": "Legislation",
      name: say(props.draftAct.title),
      abstract: props.draftAct.summary ? say(props.draftAct.summary) : undefined,
      legislationType: matters(`draft.${props.draftAct.type}`),
      legislationLegalForce: "https://schema.org/NotInForce",
      dateCreated: props.draftAct.registeredOn,
      datePublished: props.draftAct.publishedAt,
      dateModified: props.draftAct.updatedAt,
      inLanguage: lang(props.draftAct.title) ?? locale,
      url: address(props.draftAct.url[locale]),
    }));
  const { title, summary, body, reasons, expectedEffect, howToComment } = props.draftAct;
  return (
    <Page
      title={say(title)}
      titleLang={lang(title)}
      description={summary ? say(summary) : undefined}
      crumbs={crumbsTo(element, locale)}
      kicker={
        <>
          {matters(`draft.${props.draftAct.type}`)} · <StageTag stage={props.draftAct.stage} isOpen={Boolean(open())} />
        </>
      }
      lead={summary && <p lang={lang(summary)}>{say(summary)}</p>}
      class="paper"
    >
      <OnlyAlbanian texts={[title, summary, body, reasons, expectedEffect, howToComment]} />
      <Show when={props.draftAct.isWithoutConsultation}>
        <p class="note bad">{t(props.draftAct.consultationFrom === null ? "required_missing" : "required_cut")}</p>
      </Show>
      <Show when={props.draftAct.stageNote}>
        {(note) => (
          <div class="note">
            <p>
              <strong>{t(props.draftAct.stage === "withdrawn" ? "withdrawn_note" : "stage_note")}</strong>
            </p>
            <p lang={lang(note())}>{say(note())}</p>
          </div>
        )}
      </Show>
      <div class="split">
        <div class="stack">
          <Show when={open()}>{(period) => <CommentCard draftAct={props.draftAct} period={period()} />}</Show>
          <Outcome draftAct={props.draftAct} />
          <Section id="reasons" title={t("reasons")} text={reasons} />
          <Section id="effect" title={t("effect")} text={expectedEffect} />
          <Section id="text" title={t("text")} text={body} />
          <DraftDocuments documents={props.draftAct.documents} />
          <Discussions discussions={props.draftAct.discussions} />
          <Show when={past().length > 0}>
            <section aria-labelledby="past-periods">
              <div class="bar">
                <h2 id="past-periods">{t("comment_closed")}</h2>
              </div>
              <For each={past()}>
                {(period) => (
                  <>
                    <p>{t(`past_until_${period.about}`)}</p>
                    <CommentPeriod period={period} endedEarly={(date) => t("ended_early", { date })} />
                  </>
                )}
              </For>
            </section>
          </Show>
          <DraftCourse draftAct={props.draftAct} />
        </div>
        <DraftDetails draftAct={props.draftAct} />
      </div>
    </Page>
  );
}

function Section(props: { id: string; title: string; text: LocalizedText | null }) {
  return (
    <Show when={props.text}>
      {(text) => (
        <section aria-labelledby={props.id}>
          <div class="bar">
            <h2 id={props.id}>{props.title}</h2>
          </div>
          <Prose text={text()} isBelowHeading />
        </section>
      )}
    </Show>
  );
}

/** The acts that were adopted from it. */
function Outcome(props: { draftAct: DraftAct }) {
  const t = useT("drafts");
  const matters = useT("matters");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <Show when={props.draftAct.acts.length > 0}>
      <section aria-labelledby="outcome">
        <div class="bar">
          <h2 id="outcome">{t("act")}</h2>
        </div>
        <ul class="lines-list">
          <For each={props.draftAct.acts}>
            {(act) => (
              <li>
                <a link href={act.url[locale]}>
                  {t("act_link", {
                    type: matters(`type.${act.type}`),
                    number: act.number,
                    date: formatDay(act.adoptedOn),
                  })}
                </a>
                <p class="small soft" lang={lang(act.title)}>
                  {say(act.title)}
                </p>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

/** What stands at the address of a withdrawn draft act: that it was, when and why. */
function Withdrawn(props: { withdrawn: Pick<WithdrawnDraftAct, "withdrawnAt" | "reason"> }) {
  const t = useT("drafts");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  useStatus(410);
  return (
    <Page
      title={t("withdrawn_title")}
      crumbs={crumbsTo(element, locale)}
      lead={<p>{t("withdrawn_text", { date: formatInstantDay(props.withdrawn.withdrawnAt) })}</p>}
      class="lone"
    >
      <div class="note bad">
        <p>
          <strong>{t("withdrawn_reason")}</strong>
        </p>
        <p lang={lang(props.withdrawn.reason)}>{say(props.withdrawn.reason)}</p>
      </div>
      <p>
        <a link class="button plain" href={element.path[locale]}>
          {t("back")}
        </a>
      </p>
    </Page>
  );
}
