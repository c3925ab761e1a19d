import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { acceptedEndings } from "../../../../server/storage/file-kinds.shared.ts";
import { useT } from "../../../lib/i18n.ts";
import { useWorkspace } from "../../workspace.tsx";
import { createUploadQueue, type UploadItem } from "./upload-queue.ts";

interface UploadBoxProps {
  /** Where the form goes without script. */
  action: string;
  /** What becomes of each file, as `UploadPurpose` of the server. */
  purpose: object;
  /** Where a document is looked at. */
  hrefOf?: (documentId: string) => string;
  onDone?: (item: UploadItem) => void;
}

const percent = ({ sent, size }: UploadItem) => (size === 0 ? 0 : Math.min(100, Math.floor((100 * sent) / size)));
const underWay = ["waiting", "sending", "offline", "finishing"];

/**
 * Files by dropping or choosing, any number at once, each with its progress; what breaks off goes on. Without script it is
 * a form with a field for several files.
 *
 * @example <UploadBox action={documentsPaths.upload[locale]} purpose={{ as: "document" }} />
 */
export function UploadBox(props: UploadBoxProps) {
  const t = useT("documents");
  const { page } = useWorkspace();
  const queue = createUploadQueue(props.purpose, (item) => props.onDone?.(item));
  const [alive, setAlive] = createSignal(false);
  const [over, setOver] = createSignal(false);
  const [unfinished, setUnfinished] = createSignal(0);
  let input!: HTMLInputElement;

  const done = () => queue.items.filter(({ state }) => state === "done").length;
  const isBusy = () => queue.items.some(({ state }) => underWay.includes(state));

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
        <Show when={alive()}>
          <p class="drop-here">{t("upload_drop")}</p>
        </Show>
        <p class="drop-choose">
          <label for="upload-files">{t("upload_choose")}</label>
          <input
            ref={input}
            id="upload-files"
            name="files"
            type="file"
            multiple
            accept={acceptedEndings}
            aria-describedby="upload-hint"
            onChange={() => {
              take(input.files);
              input.value = "";
            }}
          />
        </p>
        <p class="hint" id="upload-hint">
          {alive() ? t("upload_hint") : t("upload_hint_plain")}
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

      <Show when={queue.items.length > 0}>
        <section aria-label={t("upload_list")}>
          <div class="bar">
            <p role="status">{t("upload_progress", { done: done(), total: queue.items.length })}</p>
            <p class="buttons">
              <Show when={isBusy()}>
                <button
                  type="button"
                  class="quiet"
                  onClick={() => {
                    for (const { key, state } of queue.items)
                      if (state !== "finishing" && underWay.includes(state)) queue.pause(key);
                  }}
                >
                  {t("upload_pause_all")}
                </button>
              </Show>
              <Show when={queue.items.some(({ state }) => state === "paused")}>
                <button
                  type="button"
                  class="quiet"
                  onClick={() => {
                    for (const { key, state } of queue.items) if (state === "paused") queue.resume(key);
                  }}
                >
                  {t("upload_resume_all")}
                </button>
              </Show>
              <Show when={done() > 0}>
                <button
                  type="button"
                  class="quiet"
                  onClick={() => {
                    for (const { key, state } of [...queue.items]) if (state === "done") queue.remove(key);
                  }}
                >
                  {t("upload_clear")}
                </button>
              </Show>
            </p>
          </div>
          <ul class="upload-items">
            <For each={queue.items}>
              {(item) => {
                const named = (act: string) => t("act_on", { act, name: item.name });
                return (
                  <li data-state={item.state}>
                    <Show when={item.outcome?.documentId && props.hrefOf} fallback={<b>{item.name}</b>}>
                      <a href={props.hrefOf!(item.outcome!.documentId!)}>
                        {item.outcome!.title?.[page.locale] ?? item.outcome!.title?.sq ?? item.name}
                      </a>
                    </Show>
                    <progress max="100" value={item.state === "done" ? 100 : percent(item)} aria-label={item.name} />
                    <span
                      class="tag"
                      classList={{
                        good: item.state === "done",
                        bad: item.state === "failed",
                        warn: item.state === "offline",
                        wait: item.state === "waiting" || item.state === "sending" || item.state === "finishing",
                        off: item.state === "paused",
                      }}
                    >
                      {t(`state_${item.state}`)}
                    </span>
                    <Show when={item.problem}>
                      <p class="error">{item.problem}</p>
                    </Show>
                    <Show when={item.outcome?.text?.found}>
                      {(found) => <p class="tag warn">{t("warn_persons", { count: found() })}</p>}
                    </Show>
                    <Show when={item.outcome?.text?.state === "none"}>
                      <p class="tag warn">{t("warn_scanned")}</p>
                    </Show>
                    <p class="upload-acts">
                      <Show when={item.state === "sending" || item.state === "waiting" || item.state === "offline"}>
                        <button
                          type="button"
                          class="quiet"
                          aria-label={named(t("act_pause"))}
                          onClick={() => queue.pause(item.key)}
                        >
                          {t("act_pause")}
                        </button>
                      </Show>
                      <Show when={item.state === "paused"}>
                        <button
                          type="button"
                          class="quiet"
                          aria-label={named(t("act_resume"))}
                          onClick={() => queue.resume(item.key)}
                        >
                          {t("act_resume")}
                        </button>
                      </Show>
                      <Show when={item.state === "failed"}>
                        <button
                          type="button"
                          class="quiet"
                          aria-label={named(t("act_retry"))}
                          onClick={() => queue.resume(item.key)}
                        >
                          {t("act_retry")}
                        </button>
                      </Show>
                      <Show when={item.state !== "done" && item.state !== "finishing"}>
                        <button
                          type="button"
                          class="quiet"
                          aria-label={named(t("act_remove"))}
                          onClick={() => queue.remove(item.key)}
                        >
                          {t("act_remove")}
                        </button>
                      </Show>
                    </p>
                  </li>
                );
              }}
            </For>
          </ul>
        </section>
      </Show>
    </div>
  );
}
