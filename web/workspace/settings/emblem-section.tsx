import { For, Show } from "solid-js";
import { mostTimes } from "../../../server/features/settings/drawing.shared.ts";
import { sectionValues, standingEmblem } from "../../../server/features/settings/section-values.shared.ts";
import { settingsPaths } from "../../../server/features/settings/settings.paths.shared.ts";
import type { SettingsData } from "../../../server/features/settings/settings-data.ts";
import { useT } from "../../lib/i18n.ts";
import { Emblem } from "../../ui/emblem.tsx";
import { Form, Hidden, Stood } from "../ui/form.tsx";
import { useField } from "../ui/form-context.ts";
import { describedBy, WhoseStays } from "../ui/form-fields.tsx";
import { Writing } from "../ui/reading.tsx";
import { useTelling, useWorkspace } from "../workspace.tsx";
import { Save, Section } from "./settings-page.tsx";

/** The council's own emblem, or one of those that every council may take. */
export function EmblemSection(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const { emblem, emblemPicture } = props.data.emblem;
  const refused = page.form?.name === "own-emblem" ? page.form : null;
  useTelling(refused !== null);
  return (
    <Section name="emblem" lead={t("emblem_lead")}>
      <p class="emblem-now">
        <Emblem name={emblem} picture={emblemPicture} />
        <span>{t(emblemPicture ? "emblem_own" : "emblem_common")}</span>
      </p>
      <Writing>
        <form
          class="sheet-form"
          method="post"
          enctype="multipart/form-data"
          action={settingsPaths.ownEmblem[page.locale]}
          id="own-emblem"
        >
          <Hidden name="seen" value={standingEmblem(props.data.emblem)} />
          <div class="field" classList={{ wrong: refused !== null }}>
            <label for="own-emblem-file">{t("emblem_file")}</label>
            <p class="hint" id="own-emblem-hint">
              {t("emblem_file_hint", { kilobytes: props.data.largestEmblem, times: mostTimes })}
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
        <Form name="emblem" action={settingsPaths.emblem[page.locale]} values={sectionValues.emblem(props.data)}>
          <Stood />
          <EmblemChoice emblems={props.data.emblems} />
          <Save />
        </Form>
      </Writing>
    </Section>
  );
}

function EmblemChoice(props: Pick<SettingsData, "emblems">) {
  const t = useT("settings");
  const field = useField("emblem");
  return (
    <fieldset class="choices emblems" id={field.id} tabindex="-1" aria-describedby={describedBy(field, false)}>
      <legend>{t("emblem_choose")}</legend>
      <Show when={field.error}>
        <p class="error" id={field.errorId}>
          {field.error}
        </p>
      </Show>
      <For each={props.emblems}>
        {({ value, label }) => (
          <label class="choice">
            <input type="radio" name="emblem" value={value} checked={value === field.value} />
            <Emblem name={value} />
            <span class="hidden-visually">{label}</span>
          </label>
        )}
      </For>
      <WhoseStays name="emblem" />
    </fieldset>
  );
}
