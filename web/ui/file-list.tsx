import { For, Show } from "solid-js";
import type { DocumentHistory } from "../../server/features/documents/documents.schema.ts";
import { useT } from "../lib/i18n.ts";
import { useLocalized } from "../lib/localized.ts";
import { usePage } from "../lib/page-context.tsx";
import { formatInstantDay, formatSize } from "./format.ts";

const kindOf = (fileName: string) => fileName.slice(fileName.lastIndexOf(".") + 1).toUpperCase();

/** Files to download: what each is, how large, which version, and the proof that it is the one that was published. */
export function FileList(props: { documents: readonly DocumentHistory[] }) {
  const t = useT();
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <ul class="files">
      <For each={props.documents}>
        {(document) => (
          <li>
            <span class="sheet" aria-hidden="true">
              {kindOf(document.fileName)}
            </span>
            <div>
              <a href={document.url} lang={lang(document.title)}>
                {say(document.title)}
              </a>
              <p class="stamp">
                <span>
                  {kindOf(document.fileName)}, {formatSize(document.size, locale)}
                </span>
                <Show when={document.language !== locale}>
                  <span>{t(`file.language_${document.language}`)}</span>
                </Show>
                <span>{formatInstantDay(document.uploadedAt)}</span>
                <Show when={document.version > 1}>
                  <span>{t("file.version", { version: document.version })}</span>
                </Show>
              </p>
              <details>
                <summary>{t("file.proof")}</summary>
                <p>{t("file.proof_text")}</p>
                <code>{document.sha256}</code>
              </details>
              <Show when={document.earlier.length > 0}>
                <details>
                  <summary>{t("file.earlier", { count: document.earlier.length })}</summary>
                  <ul>
                    <For each={document.earlier}>
                      {(earlier) => (
                        <li>
                          <a href={earlier.url}>{t("file.version", { version: earlier.version })}</a>{" "}
                          <span>
                            {formatInstantDay(earlier.uploadedAt)}, {formatSize(earlier.size, locale)}
                          </span>
                        </li>
                      )}
                    </For>
                  </ul>
                </details>
              </Show>
            </div>
          </li>
        )}
      </For>
    </ul>
  );
}
