import { createSignal, For, onMount, Show } from "solid-js";
import { isServer } from "solid-js/web";
import type { ToldContrast } from "../../../server/features/settings/contrast.ts";
import { sectionValues } from "../../../server/features/settings/section-values.shared.ts";
import { settingsPath, settingsPaths } from "../../../server/features/settings/settings.paths.shared.ts";
import type { SettingsData } from "../../../server/features/settings/settings-data.ts";
import { useT } from "../../lib/i18n.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import { Form, Stood, SubmitButton } from "../ui/form.tsx";
import { useField } from "../ui/form-context.ts";
import { describedBy, FieldFrame } from "../ui/form-fields.tsx";
import { Writing } from "../ui/reading.tsx";
import { useWorkspace } from "../workspace.tsx";
import { Section } from "./settings-page.tsx";

/** Milliseconds after the last change of the colour. */
const patience = 150;

/** The council's colour with what can be read in it, live where there is script and by a button where there is none. */
export function ColourSection(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const [contrast, setContrast] = createSignal(props.data.colour.contrast);
  const brand = () => contrast()?.brand ?? props.data.colour.own;
  const [isLive, setLive] = createSignal(false);
  onMount(() => setLive(true));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = (colour: string) => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const query = new URLSearchParams({ colour, lang: page.locale });
      const answer = await fetch(`/api/v1/admin/settings/contrast?${query}`).catch(() => null);
      if (answer?.ok) setContrast((await answer.json()) as ToldContrast);
    }, patience);
  };
  return (
    <Section name="colour" lead={t("colour_lead")}>
      <Writing>
        <Form name="colour" action={settingsPaths.colour[page.locale]} values={{ brand: brand() }}>
          <Stood shown={sectionValues.colour(props.data)} />
          <ColourField look={look} />
          <p class="buttons">
            <SubmitButton>{t("save")}</SubmitButton>
          </p>
        </Form>
        <Show when={isServer || !isLive()}>
          <form class="small-form no-script" method="get" action={`${settingsPath[page.locale]}#colour-section`}>
            <label for="try-colour">{t("try_colour")}</label>
            <input id="try-colour" name="colour" type="text" value={brand()} maxlength="7" />
            <button class="button plain" type="submit">
              {t("try_send")}
            </button>
          </form>
        </Show>
      </Writing>
      <div class="contrast" aria-live="polite">
        <Show when={contrast()}>
          {(told) => (
            <>
              <p>
                <span class={`tag ${told().fits ? "good" : "bad"}`}>{t(told().fits ? "fits" : "misses")}</span>{" "}
                <b>{told().brand}</b>: {told().verdict}
              </p>
              <Preview contrast={told()} />
              <details class="more" open={!told().fits}>
                <summary>{t("contrast_table")}</summary>
                <RegisterTable
                  caption={t("contrast_table")}
                  rows={told().pairs}
                  columns={[
                    { label: t("pair"), cell: (pair: ToldContrast["pairs"][number]) => pair.name },
                    { label: t("scheme"), cell: ({ scheme }) => t(`scheme_${scheme}`) },
                    {
                      label: t("wcag"),
                      numeric: true,
                      cell: ({ ratio, required }) => t("ratio_of", { ratio, required }),
                    },
                    { label: t("apca"), numeric: true, cell: ({ apca }) => `Lc ${apca}` },
                    {
                      label: t("verdict"),
                      cell: ({ fits }) => (
                        <span class={`tag ${fits ? "good" : "bad"}`}>{t(fits ? "fits" : "misses")}</span>
                      ),
                    },
                  ]}
                />
              </details>
            </>
          )}
        </Show>
      </div>
      <Show when={props.data.presets.length > 0}>
        <p>{t("presets")}</p>
        <ul class="presets">
          <For each={props.data.presets}>
            {({ brand, name }) => (
              <li>
                <a href={`${settingsPath[page.locale]}?colour=${encodeURIComponent(brand)}#colour-section`}>
                  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                    <rect width="20" height="20" rx="3" fill={brand} />
                  </svg>
                  {name}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Section>
  );
}

function ColourField(props: { look: (colour: string) => void }) {
  const t = useT("settings");
  const field = useField("brand");
  let text: HTMLInputElement | undefined;
  let well: HTMLInputElement | undefined;
  return (
    <FieldFrame name="brand" label={t("colour")} hint={t("colour_hint")} required>
      <span class="colour-field">
        <input
          ref={text}
          id={field.id}
          name="brand"
          type="text"
          value={field.value}
          maxlength="7"
          spellcheck={false}
          autocomplete="off"
          aria-invalid={field.error ? "true" : undefined}
          aria-describedby={describedBy(field, true)}
          onInput={({ currentTarget: { value } }) => {
            if (!/^#[0-9a-f]{6}$/i.test(value)) return;
            well!.value = value;
            props.look(value);
          }}
        />
        <input
          ref={well}
          type="color"
          value={/^#[0-9a-f]{6}$/i.test(field.value) ? field.value : "#000000"}
          aria-label={t("colour_pick")}
          onInput={({ currentTarget: { value } }) => {
            text!.value = value;
            props.look(value);
          }}
        />
      </span>
    </FieldFrame>
  );
}

/** How a page looks in the colour, in the light and in the dark. */
function Preview(props: { contrast: ToldContrast }) {
  const t = useT("settings");
  return (
    <svg class="preview" viewBox="0 0 640 150" role="img" aria-label={t("preview")}>
      <For each={["light", "dark"] as const}>
        {(scheme, at) => {
          const colours = () => props.contrast.colours[scheme];
          return (
            <g transform={`translate(${at() * 325} 0)`}>
              <rect width="315" height="150" fill={colours().paper} />
              <rect width="315" height="46" fill={colours().brand} />
              <text x="16" y="29" font-size="17" fill={colours().onBrand}>
                {t("preview_band")}
              </text>
              <text x="16" y="78" font-size="15" fill={colours().ink}>
                {t("preview_text")}
              </text>
              <text x="16" y="104" font-size="15" fill={colours().link} text-decoration="underline">
                {t("preview_link")}
              </text>
              <rect x="16" y="116" width="120" height="24" fill={colours().tint} />
              <text x="24" y="133" font-size="13" fill={colours().ink}>
                {t("preview_tint")}
              </text>
            </g>
          );
        }}
      </For>
    </svg>
  );
}
