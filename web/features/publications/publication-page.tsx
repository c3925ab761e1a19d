import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { elementByCode, partOf, sectionOf } from "../../../server/features/elements/catalogue.shared.ts";
import { publicationKind } from "../../../server/features/publications/kinds.shared.ts";
import { newsKind } from "../../../server/features/publications/news.shared.ts";
import type { Publication, WithdrawnPublication } from "../../../server/features/publications/publications.schema.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useStatus, useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { FileList } from "../../ui/file-list.tsx";
import { formatInstantDay } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Page } from "../../ui/page.tsx";
import { Photo } from "../../ui/photo.tsx";
import { Prose } from "../../ui/prose.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { datingOf } from "./dating.ts";
import { getPublication } from "./publications-query.ts";
import { FieldList, FieldTables, FieldTexts } from "./typed-fields.tsx";

/** One document of a collection: what it says, its fields, its files. Prints as an official paper. */
export default function PublicationPage(props: { match: PageMatch }) {
  const answer = createAsync(() => getPublication(props.match.code!, props.match.slug!));
  return (
    <>
      <Show when={answer()?.publication}>{(found) => <Paper publication={found()} />}</Show>
      <Show when={answer()?.withdrawn}>{(gone) => <Withdrawn withdrawn={gone()} />}</Show>
      <Show when={answer() === null}>
        <NotFoundPage />
      </Show>
    </>
  );
}

function Paper(props: { publication: Publication }) {
  const t = useT("collections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const element = () => elementByCode(props.publication.element as never);
  const kind = () => publicationKind(props.publication.element)!;
  if (import.meta.env.SSR)
    useStructuredData((address) => {
      const { title, summary, date, publishedAt, updatedAt, url, photo, element: code } = props.publication;
      return {
        "@type": code === "V.1.1" || code === "V.1.2" ? "NewsArticle" : "CreativeWork",
        headline: say(title),
        description: summary ? say(summary) : undefined,
        datePublished: date ?? publishedAt,
        dateModified: updatedAt,
        inLanguage: lang(title) ?? locale,
        url: address(url[locale]),
        image: photo?.renditions.at(-1) && address(photo.renditions.at(-1)!.url),
      };
    });
  return (
    <Page
      title={say(props.publication.title)}
      titleLang={lang(props.publication.title)}
      description={props.publication.summary ? say(props.publication.summary) : undefined}
      crumbs={crumbsTo(element(), locale)}
      kicker={
        <>
          <Show when={datingOf(props.publication)}>{(dating) => `${dating()} · `}</Show>
          {element().short[locale]}
        </>
      }
      lead={props.publication.summary && <p lang={lang(props.publication.summary)}>{say(props.publication.summary)}</p>}
      class="paper"
    >
      <OnlyAlbanian texts={[props.publication.title, props.publication.summary, props.publication.body]} />
      <div class="split">
        <Show when={!newsKind(element().code)}>
          <Details publication={props.publication} />
        </Show>
        <div class="stack">
          <Show when={props.publication.photo}>
            {(photo) => (
              <figure class="lead-photo">
                <Photo photo={photo()} sizes="(max-width: 56rem) 100vw, 48rem" first />
                <figcaption lang={lang(photo().caption)}>{say(photo().caption)}</figcaption>
              </figure>
            )}
          </Show>
          <Show when={props.publication.body}>{(body) => <Prose text={body()} />}</Show>
          <FieldTexts kind={kind()} fields={props.publication.fields} />
          <FieldTables kind={kind()} fields={props.publication.fields} />
          <Show when={props.publication.documents.length > 0}>
            <section aria-labelledby="files">
              <div class="bar">
                <h2 id="files">{t("files", { count: props.publication.documents.length })}</h2>
              </div>
              <FileList documents={props.publication.documents} />
            </section>
          </Show>
        </div>
        <Show when={newsKind(element().code)}>
          <Details publication={props.publication} />
        </Show>
      </div>
      <Neighbours publication={props.publication} />
    </Page>
  );
}

/** What is known about the document. On a telephone it comes first, but after the text of what is read like news. */
function Details(props: { publication: Publication }) {
  const t = useT("collections");
  const { locale } = usePage();
  const element = () => elementByCode(props.publication.element as never);
  const kind = () => publicationKind(props.publication.element)!;
  const published = () => formatInstantDay(props.publication.publishedAt);
  const updated = () => formatInstantDay(props.publication.updatedAt);
  return (
    <aside class="details" aria-label={t("details")}>
      <dl class="defs">
        <FieldList kind={kind()} fields={props.publication.fields} />
        <Show when={published() !== datingOf(props.publication)}>
          <div>
            <dt>{t("published")}</dt>
            <dd>{published()}</dd>
          </div>
        </Show>
        <Show when={updated() !== published()}>
          <div>
            <dt>{t("updated")}</dt>
            <dd>{updated()}</dd>
          </div>
        </Show>
        <Show when={props.publication.tags.length > 0}>
          <div>
            <dt>{t("filter_tag")}</dt>
            <dd>
              <For each={props.publication.tags}>
                {(tag) => (
                  <a link class="chip" lang="sq" href={`${element().path[locale]}?${new URLSearchParams({ tag })}`}>
                    {tag}
                  </a>
                )}
              </For>
            </dd>
          </div>
        </Show>
      </dl>
    </aside>
  );
}

function Neighbours(props: { publication: Publication }) {
  const t = useT("collections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const both = () =>
    [
      { rel: "prev", label: t("older"), near: props.publication.older },
      { rel: "next", label: t("newer"), near: props.publication.newer },
    ].filter(({ near }) => near);
  return (
    <Show when={both().length > 0}>
      <nav class="neighbours" aria-label={t("neighbours")}>
        <For each={both()}>
          {({ rel, label, near }) => (
            <a link rel={rel} href={near!.url[locale]} class={rel}>
              <span>{label}</span>
              <b lang={lang(near!.title)}>{say(near!.title)}</b>
            </a>
          )}
        </For>
      </nav>
    </Show>
  );
}

/** What stands at the address of a withdrawn document: that it was, when and why. */
function Withdrawn(props: { withdrawn: WithdrawnPublication }) {
  const t = useT("collections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const element = elementByCode(props.withdrawn.element as never);
  useStatus(410);
  return (
    <Page
      title={t("withdrawn_title")}
      crumbs={crumbsTo(element, locale)}
      kicker={`${sectionOf(element).title[locale]} · ${partOf(element).short[locale]}`}
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
          {t("withdrawn_back", { collection: element.short[locale] })}
        </a>
      </p>
    </Page>
  );
}
