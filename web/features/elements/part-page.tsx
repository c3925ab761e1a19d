import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import {
  elementsOf,
  type PartCode,
  partByCode,
  type Section,
  sectionsOf,
} from "../../../server/features/elements/catalogue.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Page } from "../../ui/page.tsx";
import { ReadinessTag } from "../../ui/readiness-tag.tsx";
import { getPart, type PartBoard } from "./elements-query.ts";
import { ReadinessStrip } from "./readiness-strip.tsx";

/** One of the six parts: its sections, their elements, and how much of each is here. */
export default function PartPage(props: { match: PageMatch }) {
  const t = useT("elements");
  const { locale } = usePage();
  const part = () => partByCode(props.match.code as PartCode);
  const sections = () => sectionsOf(part().code);
  const board = createAsync(() => getPart(part().code, locale));
  const states = (board: PartBoard) => Object.values(board).map(({ readiness }) => readiness);
  return (
    <Show when={board()}>
      {(found) => (
        <Page
          title={part().title[locale]}
          description={t(`lead_${part().code}`)}
          crumbs={[]}
          lead={<p>{t(`lead_${part().code}`)}</p>}
        >
          <div class="split">
            <div class="stack">
              <For each={sections()}>{(section) => <SectionOfPart section={section} board={found()} />}</For>
            </div>
            <nav class="contents" aria-labelledby="contents">
              <h2 id="contents">{t("contents")}</h2>
              <ReadinessStrip states={states(found())} />
              <Show when={sections().length > 1}>
                <ul>
                  <For each={sections()}>
                    {(section) => (
                      <li>
                        <a href={`#${section.anchor[locale]}`}>
                          <span>{section.title[locale]}</span>
                          <span class="how-many">{elementsOf(section.code).length}</span>
                        </a>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </nav>
          </div>
        </Page>
      )}
    </Show>
  );
}

function SectionOfPart(props: { section: Section; board: PartBoard }) {
  const t = useT();
  const { locale } = usePage();
  return (
    <section id={props.section.anchor[locale]} aria-labelledby={`h-${props.section.anchor[locale]}`}>
      <div class="bar">
        <h2 id={`h-${props.section.anchor[locale]}`}>{props.section.title[locale]}</h2>
      </div>
      <ul class="entries">
        <For each={elementsOf(props.section.code)}>
          {(element) => (
            <li>
              <a link href={element.path[locale]}>
                {element.short[locale]}
              </a>
              <Show
                when={props.board[element.code]!.declined}
                fallback={<ReadinessTag readiness={props.board[element.code]!.readiness} />}
              >
                <span class="tag off">{t("readiness.declined")}</span>
              </Show>
              <Show when={props.board[element.code]!.title !== element.short[locale]}>
                <p>{props.board[element.code]!.title}</p>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
