import { For, Show } from "solid-js";
import { moduleNames } from "../../../server/features/settings/modules.shared.ts";
import { moduleValues } from "../../../server/features/settings/section-values.shared.ts";
import { settingsPaths } from "../../../server/features/settings/settings.paths.shared.ts";
import type { SettingsData } from "../../../server/features/settings/settings-data.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatDay } from "../../ui/format.ts";
import { Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Writing } from "../ui/reading.tsx";
import { useWorkspace } from "../workspace.tsx";
import { Both, Section } from "./settings-page.tsx";

/** What the council says openly that it does not have, and what it might say so of. */
export function ModulesSection(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  const off = props.data.modules;
  const isAsked = (name: string) => page.form?.name === "modules" && page.form.values.module === name;
  return (
    <Section name="modules" lead={t("modules_lead")}>
      <ul class="said">
        <For each={moduleNames}>
          {(name) => (
            <li>
              <p class="module">
                <b>{t(`module_${name}`)}</b>{" "}
                <span class={`tag ${off[name] ? "off" : "none"}`}>{t(off[name] ? "module_none" : "module_has")}</span>
              </p>
              <Show when={off[name]}>
                {(said) => (
                  <>
                    <p lang={lang(said().reason)}>
                      {t("module_since", { day: formatDay(said().since), reason: say(said().reason) })}
                    </p>
                    <Form
                      name="module-on"
                      id={`module-on-${name}`}
                      only={{ module: name }}
                      action={settingsPaths.moduleOn[page.locale]}
                      class="small-form"
                      label={t(`module_${name}`)}
                    >
                      <Hidden name="module" value={name} />
                      <SubmitButton plain>{t("module_back")}</SubmitButton>
                    </Form>
                  </>
                )}
              </Show>
              <Writing>
                <details open={isAsked(name)}>
                  <summary>{t(off[name] ? "module_change" : "module_say")}</summary>
                  <Form
                    name="modules"
                    id={`module-${name}`}
                    only={{ module: name }}
                    action={settingsPaths.modules[page.locale]}
                    label={t(`module_${name}`)}
                    values={moduleValues(props.data, name)}
                  >
                    <Stood />
                    <p class="hint">{t(`module_${name}_text`)}</p>
                    <Hidden name="module" value={name} />
                    <Field name="since" label={t("module_since_day")} type="date" required />
                    <Both name="reason" label={t("module_why")} hint={t("module_why_hint")} required maxlength={400} />
                    <SubmitButton plain>{t("module_save")}</SubmitButton>
                  </Form>
                </details>
              </Writing>
            </li>
          )}
        </For>
      </ul>
    </Section>
  );
}
