import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import type { StateTag } from "./editing.view.ts";

/** How something stands, as its list says it; `null` for what has no state of its own. */
export function tagOf(
  found: { state: "draft" | "published" | "withdrawn" | null; publicFrom: Date | null },
  now: Date,
  locale: Locale,
): StateTag | null {
  const t = phrases(locale, "editing");
  switch (found.state) {
    case null:
      return null;
    case "draft":
      return { tone: "none", word: t("state.draft") };
    case "withdrawn":
      return { tone: "off", word: t("state.withdrawn") };
    case "published":
      return found.publicFrom! > now
        ? { tone: "wait", word: t("state.scheduled") }
        : { tone: "good", word: t("state.published") };
  }
}
