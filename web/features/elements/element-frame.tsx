import { createAsync } from "@solidjs/router";
import { type ParentProps, Show } from "solid-js";
import { type CatalogueElement, elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { LocalizedText } from "../../../server/locale.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { ReadinessTag } from "../../ui/readiness-tag.tsx";
import { CouncilContacts } from "../site/council-contacts.tsx";
import { getCouncil } from "../site/council-query.ts";
import { crumbsAbove } from "./element-crumbs.ts";
import { type ElementDescription, getElement } from "./elements-query.ts";
import { LegalBasis } from "./legal-basis.tsx";

/** What is said about an element whatever it holds. */
export function useElement(code: () => string) {
  const { locale } = usePage();
  return createAsync(() => getElement(code(), locale));
}

interface ElementPageProps {
  element: CatalogueElement;
  description: ElementDescription | undefined;
  /** Whether there is something to show; otherwise the page says what will stand here. */
  isFilled: boolean;
  /** What the Council itself says first, in place of the catalogue's description. */
  lead?: LocalizedText | undefined;
  /** The page tells by itself how the thing is done, and by which law. */
  isProcedure?: boolean;
}

/** Around the page of every element: its name, what it holds, and at the end how the same is done on paper. */
export function ElementPage(props: ParentProps<ElementPageProps>) {
  const t = useT("elements");
  const { locale } = usePage();
  return (
    <Page
      title={props.element.short[locale]}
      description={props.description?.declined?.title ?? props.description?.stands}
      crumbs={crumbsAbove(props.element, locale)}
      kicker={<OfficialName element={props.element} title={props.description?.title} />}
      lead={<Lead {...props} />}
    >
      <Show when={props.description?.declined}>{(declined) => <Declined {...declined()} />}</Show>
      {props.children}
      <Show when={props.isFilled || !props.description?.declined ? props.description : undefined}>
        {(description) => (
          <Show when={props.isFilled} fallback={<Unfilled description={description()} />}>
            <Show when={!props.isProcedure}>
              <div class="beside-paper">
                <OnPaper description={description()} title={t("paper_filled")} />
              </div>
            </Show>
          </Show>
        )}
      </Show>
    </Page>
  );
}

function Lead(props: ElementPageProps) {
  const { say, lang } = useLocalized();
  return (
    <Show
      when={props.lead}
      fallback={
        // What is not there is not described as if it were.
        <Show when={!props.description?.declined}>
          <p>{props.description?.stands}</p>
        </Show>
      }
    >
      {(lead) => <p lang={lang(lead())}>{say(lead())}</p>}
    </Show>
  );
}

/** The element's place and full name in the catalogue that all councils share. */
function OfficialName(props: { element: CatalogueElement; title: string | undefined }) {
  const { locale } = usePage();
  return (
    <>
      {props.element.code}
      <Show when={props.title !== props.element.short[locale]}> · {props.title}</Show>
    </>
  );
}

/** The Council does not have this: that, since when and why, in its own words. What there was before stands below. */
function Declined(props: { title: string; text: string }) {
  return (
    <EmptyState title={props.title}>
      <p>{props.text}</p>
    </EmptyState>
  );
}

/** Nothing here yet: that, why, and the way to the same thing today. */
function Unfilled(props: { description: ElementDescription }) {
  const t = useT("elements");
  const council = createAsync(() => getCouncil());
  return (
    <div class="split">
      <div class="stack">
        <EmptyState title={t("empty_title")}>
          <p>{props.description.reason}</p>
        </EmptyState>
        <OnPaper description={props.description} title={t("paper_title")} />
      </div>
      <aside class="stack" aria-label={t("ask_title")}>
        <div class="card">
          <h2>{t("ask_title")}</h2>
          <p class="aside">{t("ask_text")}</p>
          <Show when={council()}>{(c) => <CouncilContacts contacts={c().contacts} />}</Show>
        </div>
        <p>
          <ReadinessTag readiness={props.description.readiness} />{" "}
          <a link class="quiet small" href={elementByCode("B.I.2").path[usePage().locale]}>
            {t("board_link")}
          </a>
        </p>
      </aside>
    </div>
  );
}

function OnPaper(props: { description: ElementDescription; title: string }) {
  return (
    <>
      <section aria-labelledby="on-paper">
        <div class="bar">
          <h2 id="on-paper">{props.title}</h2>
        </div>
        <p class="measure">{props.description.paper}</p>
      </section>
      <LegalBasis rules={props.description.legal} />
    </>
  );
}
