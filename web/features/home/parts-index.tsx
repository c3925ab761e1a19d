import { For, Show } from "solid-js";
import { type ElementCode, elementsOf, parts, sectionsOf } from "../../../server/features/elements/catalogue.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import type { Readiness } from "../../ui/readiness-tag.tsx";
import { ReadinessStrip } from "../elements/readiness-strip.tsx";

const shown = 5;

/** The way into everything: the six parts, how much of each is here, and where to begin. */
export function PartsIndex(props: { readiness: Record<ElementCode, Readiness> }) {
  const t = useT("elements");
  const { locale } = usePage();
  return (
    <ul class="index">
      <For each={parts}>
        {(part) => {
          const inPart = sectionsOf(part.code).flatMap(({ code }) => elementsOf(code));
          const here = () => inPart.filter(({ code }) => props.readiness[code] !== "none");
          return (
            <li>
              <h3>
                <a link href={part.path[locale]}>
                  {part.short[locale]}
                </a>
              </h3>
              <p>{t(`lead_${part.code}`)}</p>
              <ReadinessStrip states={inPart.map(({ code }) => props.readiness[code])} />
              <Show when={here().length > 0}>
                <ul>
                  <For each={here().slice(0, shown)}>
                    {(element) => (
                      <li>
                        <a link href={element.path[locale]}>
                          {element.short[locale]}
                        </a>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </li>
          );
        }}
      </For>
    </ul>
  );
}
