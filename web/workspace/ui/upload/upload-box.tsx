import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { acceptedEndings } from "../../../../server/storage/file-kinds.shared.ts";
import { useT } from "../../../lib/i18n.ts";
import { isUnderWay, UploadList } from "./upload-list.tsx";
import { createUploadQueue, type UploadItem, type UploadPurpose } from "./upload-queue.ts";

interface UploadBoxProps {
  /** Where the form goes without script. */
  action: string;
  /** What becomes of each file, as `UploadPurpose` of the server. */
  purpose: UploadPurpose;
  /** What the form carries beside the files where there is no script; with it the purpose says the same. */
  values?: Readonly<Record<string, string>>;
  /** Where a document is looked at. */
  hrefOf?: (documentId: string) => string;
  onDone?: (item: UploadItem) => void;
  onRemoved?: (documentId: string) => void;
  /** Where one file alone is wanted: endings with their dots, and how the field is called then. */
  only?: { accept: string; drop: string; label: string; hint: string; name: string };
}

/**
 * Files by dropping or choosing, any number at once, each with its progress; what breaks off goes on. Without script it is
 * a form with a field for several files.
 *
 * @example <UploadBox action={documentsPaths.upload[locale]} purpose={{ as: "document" }} />
 */
export function UploadBox(props: UploadBoxProps) {
  const t = useT("documents");
  const queue = createUploadQueue(props.purpose, (item) => props.onDone?.(item));
  const [alive, setAlive] = createSignal(false);
  const [over, setOver] = createSignal(false);
  const [unfinished, setUnfinished] = createSignal(0);
  let input!: HTMLInputElement;

  const isBusy = () => isUnderWay(queue);

  onMount(() => {
    setAlive(true);
    const warn = (event: BeforeUnloadEvent) => {
      if (isBusy()) event.preventDefault();
    };
    addEventListener("online", queue.online);
    addEventListener("beforeunload", warn);
    onCleanup(() => {
      removeEventListener("online", queue.online);
      removeEventListener("beforeunload", warn);
    });
    void fetch("/api/v1/admin/uploads")
      .then(async (answer) => answer.ok && setUnfinished(((await answer.json()) as { items: unknown[] }).items.length))
      .catch(() => {});
  });

  const take = (files: FileList | null | undefined) => {
    if (!files || files.length === 0) return;
    queue.add([...files]);
    setUnfinished(0);
  };

  return (
    <div class="upload">
      <form
        class="drop"
        classList={{ over: over() }}
        method="post"
        enctype="multipart/form-data"
        action={props.action}
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
        <For each={Object.entries(props.values ?? {})}>
          {([name, value]) => <input type="hidden" name={name} value={value} />}
        </For>
        <Show when={alive()}>
          <p class="drop-here">{props.only?.drop ?? t("upload_drop")}</p>
        </Show>
        <p class="drop-choose">
          <label for="upload-files">{props.only?.label ?? t("upload_choose")}</label>
          <input
            ref={input}
            id="upload-files"
            name={props.only?.name ?? "files"}
            type="file"
            multiple={!props.only}
            accept={props.only?.accept ?? acceptedEndings}
            aria-describedby="upload-hint"
            onChange={() => {
              take(input.files);
              input.value = "";
            }}
          />
        </p>
        <p class="hint" id="upload-hint">
          {alive() ? (props.only?.hint ?? t("upload_hint")) : t("upload_hint_plain")}
        </p>
        <Show when={!alive()}>
          <p class="buttons">
            <button class="button" type="submit">
              {t("upload_send")}
            </button>
          </p>
        </Show>
        <Show when={unfinished() > 0}>
          <p class="upload-unfinished">{t("upload_unfinished", { count: unfinished() })}</p>
        </Show>
      </form>

      <UploadList queue={queue} hrefOf={props.hrefOf} onRemoved={props.onRemoved} />
    </div>
  );
}
