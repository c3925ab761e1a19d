import { For, Show } from "solid-js";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import type { TemplatesData } from "../../../server/features/meetings/desk/templates-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { useDeskPath } from "./meeting-line.tsx";

/** How each body is used to meet. */
export default function TemplatesPage(props: { data: TemplatesData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  return (
    <Page
      title={t("templates")}
      lead={t("templates_lead")}
      done={{ template: t("done_template"), removed: t("done_template_removed") }}
    >
      <p class="buttons">
        <a class="button" href={deskPaths.newTemplate[page.locale]}>
          {t("template_new")}
        </a>
      </p>
      <Show
        when={props.data.templates.length > 0}
        fallback={<EmptyState title={t("templates_none")}>{t("templates_none_text")}</EmptyState>}
      >
        <ul class="paper-list">
          <For each={props.data.templates}>
            {({ id, name, bodyName, rhythm, time }) => (
              <li>
                <div>
                  <a href={path("template", { template: id })} lang={lang(name)}>
                    {say(name)}
                  </a>
                  <p class="stamp">
                    <span lang={lang(bodyName)}>{say(bodyName)}</span>
                    <span>{rhythm}</span>
                    <span>{time}</span>
                  </p>
                </div>
                <Form name={`removal-${id}`} class="one-button" action={path("templateRemoval", { template: id })}>
                  <button class="quiet-button" type="submit" aria-label={t("template_remove_of", { name: say(name) })}>
                    {t("template_remove")}
                  </button>
                </Form>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Page>
  );
}
