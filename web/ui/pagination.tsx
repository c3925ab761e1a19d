import { For, Show } from "solid-js";
import { useT } from "../lib/i18n.ts";

/** The pages worth offering: the ends, this one and its neighbours. `null` stands for those left out. */
export function pagesToOffer(page: number, pages: number): (number | null)[] {
  const offered = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const ordered = [...new Set(offered)].sort((one, other) => one - other);
  return ordered.flatMap((number, index) =>
    index > 0 && number - ordered[index - 1]! > 1 ? [null, number] : [number],
  );
}

/** @param props.address where a page of the list stands */
export function Pagination(props: { page: number; pages: number; address: (page: number) => string }) {
  const t = useT();
  return (
    <Show when={props.pages > 1}>
      <nav class="pager" aria-label={t("pager.label")}>
        <ul>
          <Show when={props.page > 1}>
            <li>
              <a link rel="prev" href={props.address(props.page - 1)}>
                {t("pager.previous")}
              </a>
            </li>
          </Show>
          <For each={pagesToOffer(props.page, props.pages)}>
            {(number) => (
              <li>
                <Show when={number !== null} fallback={<span aria-hidden="true">…</span>}>
                  <Show when={number !== props.page} fallback={<span aria-current="page">{number}</span>}>
                    <a link href={props.address(number!)} aria-label={t("pager.page", { number: number! })}>
                      {number}
                    </a>
                  </Show>
                </Show>
              </li>
            )}
          </For>
          <Show when={props.page < props.pages}>
            <li>
              <a link rel="next" href={props.address(props.page + 1)}>
                {t("pager.next")}
              </a>
            </li>
          </Show>
        </ul>
      </nav>
    </Show>
  );
}
