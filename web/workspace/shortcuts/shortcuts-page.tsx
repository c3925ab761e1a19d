import { createSignal, For, onMount, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { areShortcutsOn, setShortcuts } from "../frame/shortcut-keys.ts";
import { Page } from "../ui/page.tsx";

const shortcuts = [
  { keys: ["Ctrl", "K"], does: "search" },
  { keys: ["Ctrl", "S"], does: "save" },
  { keys: ["Ctrl", "Enter"], does: "send" },
  { keys: ["Alt", "M"], does: "menu" },
  { keys: ["Ctrl", "/"], does: "help" },
  { keys: ["↑", "↓"], does: "arrows" },
] as const;

/** What can be done with keys alone, and how to have none of the shortcuts. */
export default function ShortcutsPage() {
  const t = useT("shortcuts");
  const [isOn, setOn] = createSignal<boolean>();
  onMount(() => setOn(areShortcutsOn()));
  return (
    <Page title={t("title")} lead={t("lead")}>
      <p>{t("skip")}</p>
      <table class="register keys">
        <caption class="hidden-visually">{t("table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("keys")}</th>
            <th scope="col">{t("does")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={shortcuts}>
            {({ keys, does }) => (
              <tr>
                <th scope="row">
                  <For each={keys}>{(key) => <kbd>{key}</kbd>}</For>
                </th>
                <td data-label={t("does")}>{t(does)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class="hint">{t("mac")}</p>
      {/* Only script makes shortcuts, and only script turns them off. */}
      <Show when={isOn() !== undefined}>
        <label class="choice">
          <input
            type="checkbox"
            checked={isOn()}
            onChange={({ currentTarget }) => setShortcuts(currentTarget.checked)}
          />
          <span>
            {t("on")}
            <small>{t("on_hint")}</small>
          </span>
        </label>
      </Show>
    </Page>
  );
}
