import { For } from "solid-js";
import type { PublicationSummary } from "../../../server/features/publications/publications.schema.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { datingOf } from "../publications/dating.ts";

/** Press statements in a narrow column: day and title. */
export function Statements(props: { items: readonly PublicationSummary[] }) {
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <ul class="news small-news">
      <For each={props.items}>
        {(item) => (
          <li>
            <p class="stamp">{datingOf(item)}</p>
            <h3 lang={lang(item.title)}>
              <a link href={item.url[locale]}>
                {say(item.title)}
              </a>
            </h3>
          </li>
        )}
      </For>
    </ul>
  );
}
