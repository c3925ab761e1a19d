import { For, Show } from "solid-js";
import type { Act } from "../../../server/features/acts/acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";

/** The acts with the number before and after. */
export function ActNeighbours(props: { act: Act }) {
  const t = useT("acts");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const both = () =>
    [
      { rel: "prev", label: t("previous"), near: props.act.previous },
      { rel: "next", label: t("next"), near: props.act.next },
    ].filter(({ near }) => near);
  return (
    <Show when={both().length > 0}>
      <nav class="neighbours" aria-label={t("neighbours")}>
        <For each={both()}>
          {({ rel, label, near }) => (
            <a link rel={rel} href={near!.url[locale]} class={rel}>
              <span>
                {label}: {t("gap_number", { number: String(near!.number) })}
              </span>
              <b lang={lang(near!.title)}>{say(near!.title)}</b>
            </a>
          )}
        </For>
      </nav>
    </Show>
  );
}
