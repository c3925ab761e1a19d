import { type Accessor, createEffect, createSignal, onCleanup, onMount, Show } from "solid-js";
import { useT } from "../../../lib/i18n.ts";
import type { createUploadQueue, UploadItem } from "./upload-queue.ts";

type UploadQueue = ReturnType<typeof createUploadQueue>;

/** How far a file is for the form around it; what is stuck comes only when somebody does something about it. */
export type Arrival = "there" | "coming" | "stuck";
export const arrivalOf = ({ state }: UploadItem): Arrival => {
  if (state === "done") return "there";
  return state === "paused" || state === "failed" ? "stuck" : "coming";
};

export interface HeldForm {
  /** Somebody has sent the form, and it waits. */
  isHeld: Accessor<boolean>;
  missing: Accessor<number>;
  isStuck: Accessor<boolean>;
  /** Gives up what has not arrived and sends the form. */
  goWithout(): void;
  /** Back to the form: it is not sent. */
  letBe(): void;
}

/**
 * Holds a form while files that belong to it are on their way, and sends it by the same button as soon as they are there.
 * For the browser alone; without script files travel with the form.
 *
 * @param within an element of the form
 *
 * @example
 * const held = createHeldForm(queue, () => place);
 * <HeldFormNote held={held} />
 */
export function createHeldForm(
  queue: UploadQueue,
  within: () => HTMLElement,
  arrival: (item: UploadItem) => Arrival = arrivalOf,
): HeldForm {
  const [held, setHeld] = createSignal<{ submitter: HTMLElement | null } | null>(null);
  const missing = () => queue.items.filter((item) => arrival(item) !== "there");

  onMount(() => {
    const form = within().closest("form");
    if (!form) return;
    const hold = (event: SubmitEvent) => {
      const submitter = event.submitter as HTMLButtonElement | null;
      // A preview opens beside the form, which goes on.
      if (missing().length === 0 || submitter?.formTarget === "_blank") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setHeld({ submitter });
    };
    form.addEventListener("submit", hold, { capture: true });
    onCleanup(() => form.removeEventListener("submit", hold, { capture: true }));
    createEffect(() => {
      const waiting = held();
      if (!waiting || missing().length > 0) return;
      setHeld(null);
      // The file that came last has its place in the form by then.
      setTimeout(() => form.requestSubmit(waiting.submitter?.isConnected ? waiting.submitter : null));
    });
  });

  return {
    isHeld: () => held() !== null,
    missing: () => missing().length,
    isStuck: () => missing().some((item) => arrival(item) === "stuck"),
    goWithout() {
      for (const { key } of missing()) queue.remove(key);
    },
    letBe: () => setHeld(null),
  };
}

/** Says at the foot of the window, where every button that sends the form can be, what it waits for. */
export function HeldFormNote(props: { held: HeldForm }) {
  const t = useT("documents");
  const count = () => ({ count: props.held.missing() });
  return (
    <div class="held-form" role="status">
      <Show when={props.held.isHeld()}>
        <p>{props.held.isStuck() ? t("held_stuck", count()) : t("held", count())}</p>
        <p class="buttons">
          <button type="button" class="button plain" onClick={() => props.held.goWithout()}>
            {t("held_go")}
          </button>
          <button type="button" class="button plain" onClick={() => props.held.letBe()}>
            {t("held_back")}
          </button>
        </p>
      </Show>
    </div>
  );
}
