import { For, Show } from "solid-js";
import type { VersionsPageData } from "../../../server/features/editing/editing.view.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { AskedFirst } from "../ui/form-errors.tsx";
import { Page } from "../ui/page.tsx";
import { Differences } from "./differences.tsx";

/** How something stood each time that it was saved, and what the chosen version changed. */
export default function VersionsPage(props: { data: VersionsPageData }) {
  const t = useT("editing");
  const { data } = props;
  return (
    <Page title={`${t("versions")}: ${data.title}`} lead={t("versions_lead")} wide>
      <p class="crumb">
        <a href={data.back}>{t("back_to_form")}</a>
      </p>
      <Show when={data.revisions.length > 0} fallback={<EmptyState title={t("no_versions")} />}>
        <ol class="versions">
          <For each={data.revisions}>
            {(one) => (
              <li>
                <a href={one.href} aria-current={one.isShown ? "true" : undefined}>
                  {t("version", { number: one.number })}
                </a>{" "}
                <time datetime={one.at}>
                  {formatInstantDay(one.at)}, {formatTime(one.at)}
                </time>{" "}
                <span>
                  {one.by}, {one.what}
                </span>{" "}
                <Show when={one.isNow}>
                  <span class="tag good">{t("holds")}</span>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={data.shown}>
        {(shown) => (
          <section aria-labelledby="differences">
            <h2 id="differences">
              {t("differences")}: {t("version", { number: shown().number })}
            </h2>
            <Show when={shown().differences.length > 0} fallback={<p>{t("first_version")}</p>}>
              <Differences differences={shown().differences} />
            </Show>
            <Show when={shown().restore}>
              {(action) => (
                <Form name="restore" action={action()} label={t("restore")}>
                  <Show when={shown().persons}>{(persons) => <AskedFirst {...persons()} />}</Show>
                  <Buttons>
                    <SubmitButton plain>{t("restore")}</SubmitButton>
                  </Buttons>
                </Form>
              )}
            </Show>
          </section>
        )}
      </Show>
    </Page>
  );
}
