import { useT } from "../lib/i18n.ts";

interface SearchBoxProps {
  id: string;
  /** What was asked. */
  value?: string;
  label?: string;
  /** Titles of the council's own things are suggested; the apex has none. */
  suggests?: boolean;
}

/**
 * The field of a search with its button, inside an ordinary form. Whoever comes to it with script is shown suggestions, for which
 * `entry-client` sends. The access key / leads here (Alt and /): a key alone would be a command of screen readers.
 *
 * @example <search><form action={plainPages.search[locale]}><SearchBox id="site-search" suggests /></form></search>
 */
export function SearchBox(props: SearchBoxProps) {
  const t = useT("search");
  return (
    <div class="search-box">
      <input
        id={props.id}
        name="q"
        type="search"
        maxlength="200"
        autocomplete="off"
        placeholder={props.label ?? t("label")}
        aria-label={props.label ?? t("label")}
        accesskey="/"
        value={props.value ?? ""}
        data-suggests={props.suggests || undefined}
      />
      <button type="submit">
        <span>{t("go")}</span>
      </button>
      <ul id={`${props.id}-suggestions`} hidden />
    </div>
  );
}
