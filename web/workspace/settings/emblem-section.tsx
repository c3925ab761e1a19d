import { For, Show } from "solid-js";
import { settingsPaths } from "../../../server/features/settings/settings.paths.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { Emblem } from "../../ui/emblem.tsx";
import { Form } from "../ui/form.tsx";
import { useWorkspace } from "../workspace.tsx";
import type { SettingsData } from "./settings-data.ts";
import { Save, Section } from "./settings-page.tsx";

/** The council's own emblem, or one of those that every council may take. */
export function EmblemSection(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const { emblem, emblemPicture } = props.data.emblem;
  const refused = page.form?.name === "own-emblem" ? page.form : null;
  return (
    <Section name="emblem" lead={t("emblem_lead")}>
      <p class="emblem-now">
        <Emblem name={emblem} picture={emblemPicture} />
        <span>{t(emblemPicture ? "emblem_own" : "emblem_common")}</span>
      </p>
      <form
        class="sheet-form"
        method="post"
        enctype="multipart/form-data"
        action={settingsPaths.ownEmblem[page.locale]}
        id="own-emblem"
      >
        <div class="field" classList={{ wrong: refused !== null }}>
          <label for="own-emblem-file">{t("emblem_file")}</label>
          <p class="hint" id="own-emblem-hint">
            {t("emblem_file_hint", { kilobytes: props.data.largestEmblem })}
          </p>
          <Show when={refused}>
            {(form) => (
              <p class="error" role="alert" id="own-emblem-error">
                {form().title}
              </p>
            )}
          </Show>
          <input
            id="own-emblem-file"
            name="file"
            type="file"
            accept=".svg,.png,.webp,.jpg,.jpeg"
            required
            aria-describedby="own-emblem-hint"
          />
        </div>
        <p class="buttons">
          <button class="button plain" type="submit">
            {t("emblem_upload")}
          </button>
        </p>
      </form>
      <Form name="emblem" action={settingsPaths.emblem[page.locale]}>
        <fieldset class="choices emblems">
          <legend>{t("emblem_choose")}</legend>
          <For each={props.data.emblems}>
            {(name) => (
              <label class="choice">
                <input type="radio" name="emblem" value={name} checked={!emblemPicture && name === emblem} />
                <Emblem name={name} />
                <span class="hidden-visually">{t("emblem_named", { name })}</span>
              </label>
            )}
          </For>
        </fieldset>
        <Save />
      </Form>
    </Section>
  );
}
