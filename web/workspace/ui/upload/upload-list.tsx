import { createSignal, For, Show } from "solid-js";
import { useT } from "../../../lib/i18n.ts";
import { removeDocument, SameFileAsked } from "../../documents/same-file.tsx";
import { useWorkspace } from "../../workspace.tsx";
import type { createUploadQueue, UploadItem } from "./upload-queue.ts";

type UploadQueue = ReturnType<typeof createUploadQueue>;

const percent = ({ sent, size }: UploadItem) => (size === 0 ? 0 : Math.min(100, Math.floor((100 * sent) / size)));
const underWay = ["waiting", "sending", "offline", "finishing"];

/** Whether something would be lost if the page were left. */
export const isUnderWay = ({ items }: UploadQueue) => items.some(({ state }) => underWay.includes(state));

/** Files on their way, each with its progress and what was found in it. */
export function UploadList(props: {
  queue: UploadQueue;
  hrefOf?: ((documentId: string) => string) | undefined;
  /** A file that was there already was taken away again. */
  onRemoved?: ((documentId: string) => void) | undefined;
}) {
  const t = useT("documents");
  const [kept, setKept] = createSignal<readonly number[]>([]);
  const takeAway = async ({ key, outcome }: UploadItem) => {
    const id = outcome!.documentId!;
    const isGone = await removeDocument(id);
    if (isGone) {
      props.queue.remove(key);
      props.onRemoved?.(id);
    }
    return isGone;
  };
  const { page } = useWorkspace();
  const done = () => props.queue.items.filter(({ state }) => state === "done").length;
  const isBusy = () => isUnderWay(props.queue);
  return (
    <Show when={props.queue.items.length > 0}>
      <section aria-label={t("upload_list")}>
        <div class="bar">
          <p role="status">{t("upload_progress", { done: done(), total: props.queue.items.length })}</p>
          <p class="buttons">
            <Show when={isBusy()}>
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  for (const { key, state } of props.queue.items)
                    if (state !== "finishing" && underWay.includes(state)) props.queue.pause(key);
                }}
              >
                {t("upload_pause_all")}
              </button>
            </Show>
            <Show when={props.queue.items.some(({ state }) => state === "paused")}>
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  for (const { key, state } of props.queue.items) if (state === "paused") props.queue.resume(key);
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
                  for (const { key, state } of [...props.queue.items]) if (state === "done") props.queue.remove(key);
                }}
              >
                {t("upload_clear")}
              </button>
            </Show>
          </p>
        </div>
        <ul class="upload-items">
          <For each={props.queue.items}>
            {(item) => {
              const named = (act: string) => t("act_on", { act, name: item.name });
              return (
                <li data-state={item.state}>
                  <Show when={item.outcome?.documentId && props.hrefOf} fallback={<b>{item.name}</b>}>
                    <a href={props.hrefOf!(item.outcome!.documentId!)}>
                      {item.outcome!.title?.[page.locale] ?? item.outcome!.title?.sq ?? item.name}
                    </a>
                  </Show>
                  {/* What was refused has arrived: a full bar would say that all is well. */}
                  <Show when={item.state !== "failed"} fallback={<span />}>
                    <progress max="100" value={item.state === "done" ? 100 : percent(item)} aria-label={item.name} />
                  </Show>
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
                  <Show when={!kept().includes(item.key) && item.outcome?.sameAs}>
                    {(same) => (
                      <SameFileAsked
                        same={same()}
                        name={item.name}
                        keep={t("same_keep")}
                        onKeep={() => setKept([...kept(), item.key])}
                        onRemove={() => takeAway(item)}
                      />
                    )}
                  </Show>
                  <p class="upload-acts">
                    <Show when={item.state === "sending" || item.state === "waiting" || item.state === "offline"}>
                      <button
                        type="button"
                        class="quiet"
                        aria-label={named(t("act_pause"))}
                        onClick={() => props.queue.pause(item.key)}
                      >
                        {t("act_pause")}
                      </button>
                    </Show>
                    <Show when={item.state === "paused"}>
                      <button
                        type="button"
                        class="quiet"
                        aria-label={named(t("act_resume"))}
                        onClick={() => props.queue.resume(item.key)}
                      >
                        {t("act_resume")}
                      </button>
                    </Show>
                    <Show when={item.state === "failed"}>
                      <button
                        type="button"
                        class="quiet"
                        aria-label={named(t("act_retry"))}
                        onClick={() => props.queue.resume(item.key)}
                      >
                        {t("act_retry")}
                      </button>
                    </Show>
                    <Show when={item.state !== "done" && item.state !== "finishing"}>
                      <button
                        type="button"
                        class="quiet"
                        aria-label={named(t("act_remove"))}
                        onClick={() => props.queue.remove(item.key)}
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
  );
}
