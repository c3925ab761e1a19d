import { For, Show } from "solid-js";
import type { SearchPage } from "../../../server/features/search/search.schema.ts";
import { useT } from "../../lib/i18n.ts";

/** How many there are of each kind; each leads to these alone. */
export function Kinds(props: {
  counts: SearchPage["facets"]["kind"];
  chosen: string | null;
  address: (kind: string | null) => string;
}) {
  const t = useT("search");
  const all = () => props.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Show when={props.counts.length > 1 || props.chosen}>
      <nav class="kinds" aria-label={t("kinds")}>
        <ul>
          <li>
            <a link href={props.address(null)} aria-current={props.chosen ? undefined : "true"}>
              <span>{t("all_kinds")}</span> <span class="how-many">{all()}</span>
            </a>
          </li>
          <For each={props.counts}>
            {({ value, count }) => (
              <li>
                <a link href={props.address(value)} aria-current={props.chosen === value ? "true" : undefined}>
                  <span>{t(`kind.${value}`)}</span> <span class="how-many">{count}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </Show>
  );
}
