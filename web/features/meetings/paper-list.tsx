import { For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatInstantDay, formatSize } from "../../ui/format.ts";
import type { ShownPaper } from "./meetings-query.ts";

const kindOf = (fileName: string) => fileName.slice(fileName.lastIndexOf(".") + 1).toUpperCase();

/** Documents of an agenda, a line each: what it is, as what, how large, and whether it came late. Their sums are in the package. */
export function PaperList(props: { documents: readonly ShownPaper[] }) {
  const t = useT("meetings");
  const common = useT();
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <ul class="papers">
      <For each={props.documents}>
        {(document) => (
          <li>
            <a href={document.url} lang={lang(document.title)}>
              {say(document.title)}
            </a>
            <p class="stamp">
              <span>{t(`role.${document.role}`)}</span>
              <span>
                {kindOf(document.fileName)}, {formatSize(document.size, locale)}
              </span>
              <Show when={document.language !== locale}>
                <span>{common(`file.language_${document.language}`)}</span>
              </Show>
              <Show when={document.version > 1}>
                <span>{t("version", { version: document.version })}</span>
              </Show>
              <Show when={document.lateSince}>
                {(since) => (
                  <span class="tag warn">
                    {t("late")} · {formatInstantDay(since())}
                  </span>
                )}
              </Show>
            </p>
          </li>
        )}
      </For>
    </ul>
  );
}
