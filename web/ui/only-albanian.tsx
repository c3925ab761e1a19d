import { Show } from "solid-js";
import type { LocalizedText } from "../../server/locale.shared.ts";
import { useT } from "../lib/i18n.ts";
import { useLocalized } from "../lib/localized.ts";

/** On an English page: tells that a text exists in Albanian only. */
export function OnlyAlbanian(props: { text: LocalizedText | null | undefined }) {
  const t = useT();
  const { lang } = useLocalized();
  return (
    <Show when={lang(props.text)}>
      <p class="note">{t("site.only_albanian")}</p>
    </Show>
  );
}
