import { createAsync } from "@solidjs/router";
import { type ParentProps, Show } from "solid-js";
import { type CatalogueElement, elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useT } from "../../lib/i18n.ts";
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
}

/** Around the page of every element: its name, what it holds, and at the end how the same is done on paper. */
export function ElementPage(props: ParentProps<ElementPageProps>) {
  const { locale } = usePage();
  return (
    <Page
      title={props.element.short[locale]}
      description={props.description?.stands}
      crumbs={crumbsAbove(props.element, locale)}
      kicker={<OfficialName element={props.element} />}
      lead={props.description && <p>{props.description.stands}</p>}
    >
      {props.children}
      <Show when={props.description}>
        {(description) => (
          <Show when={props.isFilled} fallback={<Unfilled description={description()} />}>
            <section class="beside-paper">
              <OnPaper description={description()} />
            </section>
          </Show>
        )}
      </Show>
    </Page>
  );
}

/** The element's place and full name in the catalogue that all councils share. */
function OfficialName(props: { element: CatalogueElement }) {
  const { locale } = usePage();
  return (
    <>
      <span class="num">{props.element.code}</span>
      <Show when={props.element.title[locale] !== props.element.short[locale]}> · {props.element.title[locale]}</Show>
    </>
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
        <OnPaper description={props.description} />
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

function OnPaper(props: { description: ElementDescription }) {
  const t = useT("elements");
  return (
    <>
      <section aria-labelledby="on-paper">
        <div class="bar">
          <h2 id="on-paper">{t("paper_title")}</h2>
        </div>
        <p class="measure">{props.description.paper}</p>
      </section>
      <LegalBasis rules={props.description.legal} />
    </>
  );
}
