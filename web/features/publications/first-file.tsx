import { Show } from "solid-js";
import type { DocumentView } from "../../../server/features/documents/documents.schema.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatSize } from "../../ui/format.ts";

/** The first file of a document, to download from where the document is listed. */
export function FirstFile(props: { documents: readonly DocumentView[] }) {
  const { locale } = usePage();
  const { say } = useLocalized();
  const kind = ({ fileName }: DocumentView) => fileName.slice(fileName.lastIndexOf(".") + 1).toUpperCase();
  return (
    <Show when={props.documents[0]}>
      {(file) => (
        <a class="download" href={file().url}>
          {`${kind(file())}, ${formatSize(file().size, locale)}`}
          <span class="hidden-visually">: {say(file().title)}</span>
        </a>
      )}
    </Show>
  );
}
