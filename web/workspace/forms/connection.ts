import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";

/** Without connection, or with it again, since a form could not be sent. */
export type Connection = "lost" | "back";

/**
 * A form that is sent without connection stays where it is, with all that was typed, instead of making way for the
 * browser's own page. Forms that a script sends itself are left to it.
 */
export function createConnection(): {
  connection: Accessor<Connection | null>;
  /** Sends the form that could not be sent, by the same button. */
  again(): void;
} {
  const [connection, setConnection] = createSignal<Connection | null>(null);
  let stopped: { form: HTMLFormElement; button: HTMLElement | null } | null = null;

  onMount(() => {
    const hold = (event: SubmitEvent) => {
      if (event.defaultPrevented) return;
      if (navigator.onLine) {
        setConnection(null);
        return;
      }
      event.preventDefault();
      stopped = { form: event.target as HTMLFormElement, button: event.submitter };
      setConnection("lost");
    };
    const online = () => connection() && setConnection("back");
    const offline = () => connection() && setConnection("lost");
    document.addEventListener("submit", hold);
    addEventListener("online", online);
    addEventListener("offline", offline);
    onCleanup(() => {
      document.removeEventListener("submit", hold);
      removeEventListener("online", online);
      removeEventListener("offline", offline);
    });
  });
  return {
    connection,
    again() {
      setConnection(null);
      if (stopped?.form.isConnected) stopped.form.requestSubmit(stopped.button?.isConnected ? stopped.button : null);
    },
  };
}
