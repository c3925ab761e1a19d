import { Show } from "solid-js";
import type { LocalizedText } from "../../server/locale.shared.ts";
import { useT } from "../lib/i18n.ts";
import { useLocalized } from "../lib/localized.ts";

type Texts = { texts: readonly (LocalizedText | null | undefined)[] };

/** On an English page: tells that some of these texts exist in Albanian only. */
export function OnlyAlbanian(props: Texts) {
  const t = useT();
  const { lang } = useLocalized();
  return (
    <Show when={props.texts.some(lang)}>
      <p class="note">{t("site.only_albanian")}</p>
    </Show>
  );
}

/** The same in two words, for a row of a list. */
export function InAlbanian(props: Texts) {
  const t = useT();
  const { lang } = useLocalized();
  return (
    <Show when={props.texts.some(lang)}>
      <span class="tag">{t("site.in_albanian")}</span>
    </Show>
  );
}
