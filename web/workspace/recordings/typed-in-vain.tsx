import { For, Show } from "solid-js";
import type { RecordingData } from "../../../server/features/recordings/recording-desk.ts";
import type { FormState } from "../../../server/workspace/page-data.ts";
import { useT } from "../../lib/i18n.ts";
import { useTelling } from "../workspace.tsx";

/** What was typed about a recording that somebody has removed meanwhile: the forms for it are not on the page any more. */
export function TypedInVain(props: { form: FormState; data: RecordingData }) {
  const t = useT("recording");
  const { values } = props.form;
  useTelling(true);
  const nameOf = (id: string) =>
    String(values[`called.${id}`] || props.data.items.find(({ value }) => value === id)?.label || "–");
  const wordsFor = (what: string) =>
    what === "break" || what === "opening" || what === "other" ? t(`what.${what}`) : nameOf(what);
  const labels: Record<string, string> = {
    moment: t("add_moment"),
    what: t("add_what"),
    "title.sq": `${t("add_title")} (${t("language.sq")})`,
    "title.en": `${t("add_title")} (${t("language.en")})`,
  };
  const lines = Object.entries(values).flatMap(([name, value]) => {
    const text = String(value).trim();
    const label = /^(at|item)\./.test(name) ? nameOf(name.slice(name.indexOf(".") + 1)) : labels[name];
    return text && label ? [{ label, text: name === "what" ? wordsFor(text) : text }] : [];
  });
  return (
    <div class="problem" role="alert" tabindex="-1" autofocus>
      <h2>{t("gone")}</h2>
      <p>{t("gone_text")}</p>
      <Show when={lines.length > 0}>
        <p>{t("gone_kept")}</p>
        <dl class="facts-desk typed-lines">
          <For each={lines}>
            {({ label, text }) => (
              <>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </>
            )}
          </For>
        </dl>
      </Show>
    </div>
  );
}
