import type { LocalizedText } from "../../server/locale.shared.ts";
import { useLocalized } from "../lib/localized.ts";

/** A text as somebody wrote it; it was cleaned when it was stored. A table too wide for the page scrolls by itself. */
export function Prose(props: { text: LocalizedText }) {
  const { say, lang } = useLocalized();
  const html = () =>
    say(props.text)
      .replaceAll("<table>", '<div class="scrolls" tabindex="0"><table>')
      .replaceAll("</table>", "</table></div>");
  return <div class="prose" lang={lang(props.text)} innerHTML={html()} />;
}
