import type { LocalizedText } from "../../server/locale.shared.ts";
import { useLocalized } from "../lib/localized.ts";

/**
 * A text as somebody wrote it; it was cleaned when it was stored. A table too wide for the page scrolls by itself.
 * Its headings begin at the second level; a text that stands below a heading of that level `isBelowHeading`.
 */
export function Prose(props: { text: LocalizedText; isBelowHeading?: boolean }) {
  const { say, lang } = useLocalized();
  const html = () =>
    say(props.text)
      .replaceAll("<table>", '<div class="scrolls" tabindex="0"><table>')
      .replaceAll("</table>", "</table></div>")
      .replace(/(?<=<\/?h)[23](?=>)/g, (level) => (props.isBelowHeading ? String(Number(level) + 1) : level));
  return <div class="prose" lang={lang(props.text)} innerHTML={html()} />;
}
