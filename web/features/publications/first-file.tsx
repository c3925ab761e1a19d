import { Show } from "solid-js";
import type { DocumentView } from "../../../server/features/documents/documents.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatSize } from "../../ui/format.ts";

/** The first file of a document, to download from where the document is listed. */
export function FirstFile(props: { documents: readonly DocumentView[] }) {
  const t = useT();
  const { locale } = usePage();
  const { say } = useLocalized();
  return (
    <Show when={props.documents[0]}>
      {(file) => (
        <a class="download" href={file().url} aria-label={t("file.download", { title: say(file().title) })}>
          {file()
            .fileName.slice(file().fileName.lastIndexOf(".") + 1)
            .toUpperCase()}
          , {formatSize(file().size, locale)}
        </a>
      )}
    </Show>
  );
}
