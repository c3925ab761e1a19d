import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";
import { useWorkspace } from "../workspace.tsx";
import { cameBack, leavesNothing, settleTyped } from "./keep-typed.ts";
import { copiesOf, copyKeyOf, keptAt, keysIn } from "./kept.ts";
import { noteSent } from "./sent.ts";

/** Whose form of what it is, and where it is kept while it is not saved. */
export interface AutosaveOptions {
  form(): HTMLFormElement;
  account: string;
  entity: string;
  /** `null` for what is new. */
  id: string | null;
  editId: string;
  /** When what is kept there was kept, of a form that was opened as it had been left. */
  seen: string | null;
  version: string | null;
  /** Where it is kept, if that is not with everything that is edited. */
  address?(editId: string): string;
  /** The page shows what it was just sent, though its address does not say so: saved, or to be chosen from. */
  answers: "saved" | "asking" | null;
}

/**
 * `refused`: the portal answered, and does not take it from this person any more; `not_kept`: it does not take this form,
 * and says why in the page's language.
 */
export type Keeping =
  | { state: "idle" | "saving" | "offline" | "signed_out" | "refused" }
  | { state: "not_kept"; why: string }
  | { state: "kept"; at: string };

async function keepingAfter(answer: Response | null): Promise<Keeping> {
  if (answer?.status === 401) return { state: "signed_out" };
  if (answer?.status === 403) return { state: "refused" };
  if (!answer || answer.status >= 500) return { state: "offline" };
  const { title } = (await answer.json().catch(() => ({}))) as { title?: string };
  return title ? { state: "not_kept", why: title } : { state: "offline" };
}

interface Copy {
  form: Record<string, string | string[]>;
  version: string | null;
  editId: string;
  /** The opened page on which it was typed. */
  tab: string;
  at: string;
}

const pause = 2_500;
/** Whoever types, or lets files arrive, without a pause waits no longer than this. */
const longest = 5_000;
const retry = 15_000;
/** A page that goes away may send no more than this behind it. */
const farewell = 60_000;

/** What is typed, by the names of the fields, without what only steers the sending. */
function typedIn(form: HTMLFormElement): Copy["form"] {
  const values: Copy["form"] = {};
  const data = new FormData(form);
  for (const name of new Set(data.keys())) {
    if (["do", "version", "edit", "id", "tab", "kept"].includes(name) || name.startsWith("choose.")) continue;
    const all = data.getAll(name).filter((value) => typeof value === "string");
    values[name] = all.length === 1 ? all[0]! : all;
  }
  return values;
}

/**
 * Keeps a form while it is typed: with the server every few seconds, on this device where that cannot be reached or the
 * session has ended. Each opened page keeps its own: of two of one person neither goes over what was typed on the other. It
 * is for the browser alone; the server draws a form that is kept by nobody.
 */
export function createAutosave(options: AutosaveOptions): {
  keeping: Accessor<Keeping>;
  /** Copies on this device that are newer than what the server has; the latest first. */
  copies: Accessor<readonly Copy[]>;
  useCopy(copy: Copy): Promise<void>;
  dropCopy(copy: Copy): void;
} {
  const [keeping, setKeeping] = createSignal<Keeping>({ state: "idle" });
  const [copies, setCopies] = createSignal<readonly Copy[]>([]);
  const { account, entity, id, version, answers } = options;
  const address = options.address ?? ((editId: string) => `/api/v1/admin/editing/edits/${editId}`);
  const { page } = useWorkspace();
  const tab = crypto.randomUUID();
  let { editId } = options;
  const keyFor = (edit: string) => copyKeyOf(account, entity, id, edit);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** How often something was typed, and how much of that is kept. */
  let typed = 0;
  let kept = 0;
  /** When the oldest of what is not kept was typed. */
  let waitingSince: number | null = null;
  let isKeeping = false;
  /** What is being kept while the form is sent may not come after it. */
  let underWay: AbortController | undefined;
  let isSent = false;

  const send = (made: Copy, how: { keepalive?: true; signal?: AbortSignal } = {}) =>
    fetch(address(made.editId), {
      method: "PUT",
      headers: { "content-type": "application/json", "accept-language": page.locale },
      body: JSON.stringify({
        ...{ entity, entityId: id, version: made.version, form: made.form },
        tab: { id: made.tab, seen: options.seen },
      }),
      ...how,
    });

  /** What the form says of itself when it is sent. */
  const say = (name: "edit" | "tab" | "kept", value: string) => {
    const hidden = options.form().querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (hidden) hidden.value = value;
  };
  const now = (): Copy => ({
    ...{ form: typedIn(options.form()), version, editId, tab },
    at: new Date().toISOString(),
  });
  const keepHere = (made: Copy) => {
    try {
      localStorage.setItem(keyFor(made.editId), JSON.stringify(made));
    } catch {
      // A device without room keeps nothing; the server is tried again.
    }
  };

  /** Under that name another opened page keeps its form, or it was saved: this one goes on under a name of its own. */
  async function goesApart(answer: Response | null): Promise<boolean> {
    if (answer?.status !== 409) return false;
    const { code } = (await answer
      .clone()
      .json()
      .catch(() => ({}))) as { code?: string };
    if (code !== "editing.kept_elsewhere" && code !== "editing.saved_since") return false;
    editId = crypto.randomUUID();
    say("edit", editId);
    return true;
  }

  async function keep() {
    clearTimeout(timer);
    // What was typed earlier may not come after what was typed since: one after the other.
    if (isSent || isKeeping) return;
    const made = now();
    const upTo = typed;
    waitingSince = null;
    setKeeping({ state: "saving" });
    underWay = new AbortController();
    isKeeping = true;
    const signal = AbortSignal.any([underWay.signal, AbortSignal.timeout(retry)]);
    const answer = await send(made, { signal }).catch(() => null);
    isKeeping = false;
    if (isSent) return;
    if (await goesApart(answer)) return void keep();
    if (answer?.ok) {
      kept = upTo;
      localStorage.removeItem(keyFor(made.editId));
      if (typed > kept) wait();
      if (id === null && !new URL(location.href).searchParams.has("edit")) {
        const here = new URL(location.href);
        here.searchParams.set("edit", editId);
        history.replaceState(null, "", here);
      }
      setKeeping({ state: "kept", at: made.at });
      return;
    }
    keepHere(now());
    setKeeping(await keepingAfter(answer));
    timer = setTimeout(keep, retry);
  }

  function wait() {
    waitingSince ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(keep, Math.min(pause, Math.max(waitingSince + longest - performance.now(), 0)));
  }
  function later() {
    typed += 1;
    isSent = false;
    wait();
  }

  function leave() {
    if (typed === kept || leavesNothing()) return;
    const made = now();
    keepHere(made);
    if (JSON.stringify(made.form).length < farewell) send(made, { keepalive: true }).catch(() => {});
  }

  onMount(() => {
    const form = options.form();
    settleTyped(page);
    say("tab", tab);
    if (answers === "saved") localStorage.removeItem(keyFor(editId));
    // A form that was refused has on it what was kept as it was sent.
    if (!page.form && !answers) {
      const kept = keysIn(localStorage, copiesOf(account, entity, id))
        .flatMap((key) => keptAt<Copy>(localStorage, key, new Date()) ?? [])
        .toSorted((one, other) => other.at.localeCompare(one.at));
      setCopies(kept);
      // Whoever sent it and had to sign in first goes on with it.
      const sent = kept.find((one) => cameBack(keyFor(one.editId)));
      if (sent) void useCopy(sent);
    }
    const onSubmit = (event: SubmitEvent) => {
      // A preview opens beside the form, which goes on.
      if ((event.submitter as HTMLButtonElement | null)?.formTarget === "_blank") return;
      keepHere(now());
      // Without connection it stays, and is tried again like before.
      if (!navigator.onLine) return;
      clearTimeout(timer);
      underWay?.abort();
      isSent = true;
      kept = typed;
      noteSent(sessionStorage, keyFor(editId), location.href);
    };
    // Fields that belong to the form and stand beside it.
    const beside = ({ target }: Event) => {
      if ((target as Partial<HTMLInputElement>).form === form && !form.contains(target as Node)) later();
    };
    const online = () => typed > kept && void keep();
    form.addEventListener("input", later);
    document.addEventListener("input", beside);
    form.addEventListener("submit", onSubmit);
    addEventListener("pagehide", leave);
    addEventListener("online", online);
    onCleanup(() => {
      clearTimeout(timer);
      form.removeEventListener("input", later);
      document.removeEventListener("input", beside);
      form.removeEventListener("submit", onSubmit);
      removeEventListener("pagehide", leave);
      removeEventListener("online", online);
    });
  });

  async function useCopy(copy: Copy) {
    let made = copy;
    let answer = await send(made).catch(() => null);
    if (answer?.status === 409) {
      made = { ...copy, editId: crypto.randomUUID() };
      answer = await send(made).catch(() => null);
    }
    if (!answer?.ok) return;
    localStorage.removeItem(keyFor(copy.editId));
    const here = new URL(location.href);
    here.searchParams.delete("done");
    here.searchParams.set("edit", made.editId);
    location.assign(here);
  }

  return {
    keeping,
    copies,
    useCopy,
    dropCopy(copy) {
      localStorage.removeItem(keyFor(copy.editId));
      setCopies((all) => all.filter((one) => one !== copy));
    },
  };
}
