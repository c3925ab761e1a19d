import { For, Show } from "solid-js";
import { searchesPaths } from "../../../server/features/search/searches.paths.shared.ts";
import type { Searches } from "../../../server/features/search/searches.workspace.ts";
import { plainPages } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDay } from "../../ui/format.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Choices } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

/** What people looked for in vain: what to publish, or to call by the word that they use. */
export default function SearchesPage(props: { data: Searches }) {
  const t = useT("searches");
  const { page } = useWorkspace();
  const { misses, rare, days, searchedWithOthers, mayChange } = props.data;
  const again = (words: string, site: "sq" | "en") => `${plainPages.search[site]}?${new URLSearchParams({ q: words })}`;
  return (
    <Page title={t("title")} lead={t("lead")} wide done={{ saved: t("done_saved") }}>
      <Show
        when={misses.length > 0}
        fallback={
          <EmptyState title={t("none", { days })}>
            <p>{t("none_text")}</p>
          </EmptyState>
        }
      >
        <table class="register">
          <caption>{t("table", { days })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("words")}</th>
              <th scope="col">{t("site")}</th>
              <th scope="col" class="right">
                {t("times")}
              </th>
              <th scope="col">{t("last")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={misses}>
              {({ words, site, count, last }) => (
                <tr>
                  <th scope="row">
                    <a href={again(words, site)}>{words}</a>
                  </th>
                  <td data-label={t("site")}>{t(`site.${site}`)}</td>
                  <td data-label={t("times")} class="right">
                    {count}
                  </td>
                  <td data-label={t("last")}>
                    <time datetime={last}>{formatDay(last)}</time>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <p class="hint">{t("hint")}</p>
      </Show>
      <Show when={rare > 0}>
        <p class="hint">{t("rare", { count: rare })}</p>
      </Show>
      <Show when={mayChange}>
        <section aria-labelledby="together-title">
          <h2 id="together-title">{t("together")}</h2>
          <Form
            name="together"
            action={searchesPaths.together[page.locale]}
            values={{ searchedWithOthers: searchedWithOthers ? "on" : null }}
          >
            <Choices
              kind="checkbox"
              name="searchedWithOthers"
              label={t("together_who")}
              choices={[{ value: "on", label: t("together_on"), hint: t("together_hint") }]}
            />
            <Buttons>
              <SubmitButton>{t("save")}</SubmitButton>
            </Buttons>
          </Form>
        </section>
      </Show>
    </Page>
  );
}
