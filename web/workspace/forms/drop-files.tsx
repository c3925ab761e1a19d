import { createSignal, createUniqueId, onCleanup, onMount, Show } from "solid-js";
import { documentsPaths } from "../../../server/features/documents/documents.paths.shared.ts";
import { acceptedEndings } from "../../../server/storage/file-kinds.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { createHeldForm, HeldFormNote } from "../ui/upload/held-form.tsx";
import { isUnderWay, UploadList } from "../ui/upload/upload-list.tsx";
import { createUploadQueue, type UploadItem } from "../ui/upload/upload-queue.ts";
import { useWorkspace } from "../workspace.tsx";

interface DropFilesProps {
  as: "document" | "picture";
  /** The list to which the files come. */
  list: string;
  /** Where the whole form goes with its files without script. */
  action: string;
  onDone(item: UploadItem): void;
  /** A document that came was taken away again. */
  onRemoved(documentId: string): void;
}

const pictureEndings = ".jpg,.jpeg,.png,.webp,.avif,.heic,.heif";

/**
 * Files dropped on a list of a form, or chosen: each goes up by itself and becomes a row. The form waits for what is on
 * its way.
 */
export function DropFiles(props: DropFilesProps) {
  const t = useT("documents");
  const { page } = useWorkspace();
  const queue = createUploadQueue({ as: props.as }, (item) => props.onDone(item));
  const [alive, setAlive] = createSignal(false);
  const [over, setOver] = createSignal(false);
  const id = createUniqueId();
  let input!: HTMLInputElement;
  let place!: HTMLDivElement;
  const held = createHeldForm(queue, () => place);

  onMount(() => {
    setAlive(true);
    const warn = (event: BeforeUnloadEvent) => {
      if (isUnderWay(queue)) event.preventDefault();
    };
    addEventListener("online", queue.online);
    addEventListener("beforeunload", warn);
    onCleanup(() => {
      removeEventListener("online", queue.online);
      removeEventListener("beforeunload", warn);
    });
  });

  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0) queue.add([...files]);
  };
  return (
    <div class="upload" ref={place}>
      <fieldset
        class="drop"
        classList={{ over: over() }}
        aria-labelledby={`${id}-label`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <Show when={alive()}>
          <p class="drop-here">{t("upload_drop")}</p>
        </Show>
        <p class="drop-choose">
          <label id={`${id}-label`} for={id}>
            {t("upload_choose")}
          </label>
          <input
            ref={input}
            id={id}
            name={alive() ? undefined : "files"}
            type="file"
            multiple
            accept={props.as === "picture" ? pictureEndings : acceptedEndings}
            onInput={(event) => event.stopPropagation()}
            onChange={() => {
              take(input.files);
              input.value = "";
            }}
          />
          <Show when={!alive()}>
            <button
              class="button plain"
              type="submit"
              name="do"
              value={`upload:${props.list}`}
              formaction={props.action}
              formenctype="multipart/form-data"
            >
              {t("upload_send")}
            </button>
          </Show>
        </p>
      </fieldset>
      <UploadList
        queue={queue}
        hrefOf={(document) => fillPath(documentsPaths.one, { id: document })[page.locale]}
        onRemoved={props.onRemoved}
      />
      <HeldFormNote held={held} />
    </div>
  );
}
