import type { LocalizedText } from "../../server/locale.shared.ts";
import { usePage } from "./page-context.tsx";

type Text = LocalizedText | null | undefined;

/**
 * Texts of a council in the page's language. Where only Albanian exists, that is what is said, and `lang` marks it.
 *
 * @example <h3 lang={lang(news.title)}>{say(news.title)}</h3>
 */
export function useLocalized() {
  const { locale } = usePage();
  return {
    say: (text: Text): string => text?.[locale] || text?.sq || "",
    /** `sq` when Albanian stands on an English page, otherwise nothing. */
    lang: (text: Text): "sq" | undefined => (text && locale === "en" && !text.en ? "sq" : undefined),
  };
}
