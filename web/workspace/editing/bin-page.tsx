import { For, Show } from "solid-js";
import type { BinPageData } from "../../../server/features/editing/editing.view.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay } from "../../ui/format.ts";
import { Page } from "../ui/page.tsx";

/** What was thrown away, and until when it can be taken out again. */
export default function BinPage(props: { data: BinPageData }) {
  const t = useT("editing");
  return (
    <Page title={t("bin")} lead={t("bin_lead")} wide>
      <Show when={props.data.groups.length > 0} fallback={<EmptyState title={t("bin_empty")} />}>
        <For each={props.data.groups}>
          {(group) => (
            <section>
              <h2>{group.label}</h2>
              <ul class="binned">
                <For each={group.items}>
                  {(item) => (
                    <li>
                      <b>{item.title}</b>
                      <span class="hint">
                        {t("binned_at", { day: formatInstantDay(item.binnedAt) })},{" "}
                        {t("gone_at", { day: formatInstantDay(item.goneAt) })}
                      </span>
                      <Show when={item.restore}>
                        {(action) => (
                          <form method="post" action={action()}>
                            <button class="button plain" type="submit" aria-label={`${t("unbin")}: ${item.title}`}>
                              {t("unbin")}
                            </button>
                          </form>
                        )}
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </Show>
    </Page>
  );
}
