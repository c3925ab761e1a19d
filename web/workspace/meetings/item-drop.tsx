import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { guessedRole } from "../../../server/features/meetings/desk/paper-guess.shared.ts";
import { acceptedEndings } from "../../../server/storage/file-kinds.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { removeDocument, SameFileAsked } from "../documents/same-file.tsx";
import { arrivalOf, createHeldForm, HeldFormNote } from "../ui/upload/held-form.tsx";
import { createUploadQueue, type UploadItem } from "../ui/upload/upload-queue.ts";

interface ItemDropProps {
  /** The item's number, for those who do not see where the button stands. */
  number: string;
  /** Where documents are attached to the item. */
  action: string;
  /** The page again, with what was done. */
  after: string;
}

const percent = ({ sent, size }: UploadItem) => (size === 0 ? 0 : Math.min(100, Math.floor((100 * sent) / size)));
const isSettled = ({ state }: UploadItem) => state === "done" || state === "failed";

/** Whether the item has it now. */
async function attach(action: string, documentId: string, fileName: string): Promise<boolean> {
  const body = new URLSearchParams({ documentIds: documentId, role: guessedRole(fileName) });
  const answer = await fetch(action, { method: "POST", body, redirect: "manual" }).catch(() => null);
  // The form leads on with 303, which a script is not shown.
  return answer?.type === "opaqueredirect";
}

/** Attaches them by a form, whose page says why they were not, and asks what is to be looked at. */
function attachByForm(action: string, documentIds: readonly string[], role: string) {
  const form = Object.assign(document.createElement("form"), { method: "post", action, hidden: true });
  const values = [["role", role], ...documentIds.map((id) => ["documentIds", id])];
  for (const [name, value] of values)
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
}

/**
 * Files for an item of the agenda, dropped on it or chosen: each goes up with its progress and is attached; when all are
 * there the page shows them. Without script the item's own page takes files.
 */
export function ItemDrop(props: ItemDropProps) {
  const t = useT("desk");
  const [alive, setAlive] = createSignal(false);
  const [lost, setLost] = createSignal<readonly number[]>([]);
  let place!: HTMLDivElement;
  let input!: HTMLInputElement;
  const [attached, setAttached] = createSignal<readonly number[]>([]);
  /** Files that the council had already, until somebody says what is to become of them. */
  const [asked, setAsked] = createSignal<readonly number[]>([]);
  const queue = createUploadQueue({ as: "document" }, (item) =>
    item.outcome?.sameAs ? void setAsked([...asked(), item.key]) : bring(item),
  );
  /** Together with all others that were not attached and are of its kind. */
  const look = (item: UploadItem) => {
    const role = guessedRole(item.name);
    const stuck = queue.items.filter(({ key, name }) => lost().includes(key) && guessedRole(name) === role);
    attachByForm(
      props.action,
      stuck.map(({ outcome }) => outcome!.documentId!),
      role,
    );
  };
  /** What came is not attached before somebody has answered. */
  const stateOf = ({ key, state }: UploadItem) =>
    lost().includes(key) ? "failed" : asked().includes(key) ? "waiting" : state;
  const settleAsked = (key: number) => setAsked(asked().filter((one) => one !== key));
  async function bring({ key, name, outcome }: UploadItem) {
    const isAttached = outcome?.documentId && (await attach(props.action, outcome.documentId, name));
    if (!isAttached) return void setLost([...lost(), key]);
    // A form that waits for it goes now, and its page shows the file too.
    const isAwaited = held.isHeld();
    setAttached([...attached(), key]);
    if (isAwaited || queue.items.some((item) => arrival(item) !== "there")) return;
    history.replaceState(null, "", props.after);
    location.reload();
  }
  const arrival = (item: UploadItem) => {
    if (attached().includes(item.key)) return "there";
    if (lost().includes(item.key) || asked().includes(item.key)) return "stuck";
    return item.state === "done" ? "coming" : arrivalOf(item);
  };
  const held = createHeldForm(queue, () => place, arrival);

  onMount(() => {
    setAlive(true);
    const item = place.closest("li")!;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files");
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      item.dataset.files = "over";
    };
    const leave = (event: DragEvent) => {
      if (!item.contains(event.relatedTarget as Node | null)) delete item.dataset.files;
    };
    const drop = (event: DragEvent) => {
      delete item.dataset.files;
      if (!hasFiles(event)) return;
      event.preventDefault();
      queue.add([...event.dataTransfer!.files]);
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.items.some((one) => arrival(one) === "coming")) event.preventDefault();
    };
    item.addEventListener("dragover", over);
    item.addEventListener("dragleave", leave);
    item.addEventListener("drop", drop);
    addEventListener("online", queue.online);
    addEventListener("beforeunload", warn);
    onCleanup(() => {
      removeEventListener("online", queue.online);
      removeEventListener("beforeunload", warn);
    });
  });

  return (
    <div class="item-drop" ref={place}>
      <Show when={alive()}>
        <button
          type="button"
          class="quiet-button"
          aria-label={t("papers_add_to", { number: props.number })}
          onClick={() => input.click()}
        >
          {t("papers_add")}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={acceptedEndings}
          onChange={() => {
            queue.add([...(input.files ?? [])]);
            input.value = "";
          }}
        />
      </Show>
      <Show when={queue.items.length > 0}>
        <ul class="item-sending" aria-live="polite">
          <For each={queue.items}>
            {(item) => (
              <li>
                <b>{item.name}</b>
                <Show when={stateOf(item) !== "failed"} fallback={<span />}>
                  <progress max="100" value={item.state === "done" ? 100 : percent(item)} aria-label={item.name} />
                </Show>
                <span
                  class="tag"
                  classList={{
                    good: stateOf(item) === "done",
                    bad: stateOf(item) === "failed",
                    warn: item.state === "offline" || asked().includes(item.key),
                    wait: !isSettled(item) && item.state !== "offline",
                  }}
                >
                  {t(`sending.${stateOf(item)}`)}
                </span>
                <Show when={item.problem}>{(problem) => <p class="error">{problem()}</p>}</Show>
                <Show when={asked().includes(item.key) && item.outcome?.sameAs}>
                  {(same) => (
                    <SameFileAsked
                      same={same()}
                      name={item.name}
                      keep={t("same_attach")}
                      onKeep={() => {
                        settleAsked(item.key);
                        void bring(item);
                      }}
                      onRemove={async () => {
                        const isGone = await removeDocument(item.outcome!.documentId!);
                        if (isGone) {
                          settleAsked(item.key);
                          queue.remove(item.key);
                        }
                        return isGone;
                      }}
                    />
                  )}
                </Show>
                <Show when={lost().includes(item.key)}>
                  <p class="error">
                    {t("not_attached")}{" "}
                    <button type="button" class="quiet-button" onClick={() => look(item)}>
                      {t("not_attached_look")}
                    </button>
                  </p>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <HeldFormNote held={held} />
    </div>
  );
}
