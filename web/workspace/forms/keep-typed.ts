import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";
import type { WorkspacePageData } from "../../../server/workspace/page-data.ts";
import { forget, keepAt, keptAt, keyOf, tidy } from "./kept.ts";
import { noteSent, settleSent } from "./sent.ts";
import { asksForSecrets, givenIn, putInto, type Typed, typedInto } from "./typed-values.ts";

/** The device's own; `null` where the browser keeps nothing. */
function deviceStorage(): { device: Storage; session: Storage } | null {
  try {
    return { device: localStorage, session: sessionStorage };
  } catch {
    return null;
  }
}

/** By whom something is typed; before the sign-in nothing is kept. */
const whoTypes = ({ account, visit }: WorkspacePageData) => account?.id ?? visit?.id ?? null;

const pause = 400;
let isSigningOut = false;

/**
 * What has become of the form that was sent to get here, and of all that was left too long ago.
 * @returns whether a form waits for whoever signs in
 */
export function settleTyped(page: WorkspacePageData): boolean {
  const storages = deviceStorage();
  if (!storages) return false;
  const { device, session } = storages;
  tidy(device, new Date());
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return settleSent(session, device, {
    href: location.href,
    isNew: entry?.type === "navigate",
    isInside: whoTypes(page) !== null,
  });
}

/** Who signs out leaves nothing behind that was typed. */
export function forgetTyped(page: WorkspacePageData): void {
  const account = whoTypes(page);
  if (account === null) return;
  isSigningOut = true;
  const storages = deviceStorage();
  if (storages) forget(storages.device, account);
}

interface KeepOptions {
  page: WorkspacePageData;
  form(): HTMLFormElement;
  action: string;
  /** The form among those that are sent to the same address. */
  name: string;
  /** It came back with what was typed. */
  isRefused: boolean;
}

/**
 * Keeps on this device what is typed into a form until it is taken: after a reload, an ended session or a lost connection
 * it is put back. Never kept are files, and forms that ask for a password or a code.
 */
export function createKeeping({ page, form: formOf, action, name, isRefused }: KeepOptions): {
  /** Since when what was put back has waited. */
  backFrom: Accessor<string | null>;
  /** The form as the page came with it. */
  drop(): void;
} {
  const [backFrom, setBackFrom] = createSignal<string | null>(null);
  let drop = () => {};

  onMount(() => {
    const [storages, account, form] = [deviceStorage(), whoTypes(page), formOf()];
    if (!storages || account === null || asksForSecrets(form)) return;
    const { device, session } = storages;
    const key = keyOf(account, action, name);
    const stood = form.querySelector<HTMLInputElement>('input[name="stood"]');
    const shown = stood?.value ?? null;
    const found = keptAt(device, key, new Date());
    /** A form that came back begins with what was sent, which is still to be kept. */
    const sent: Typed = isRefused && found ? found.values : {};
    let timer: ReturnType<typeof setTimeout> | undefined;

    if (found && !isRefused) {
      // What somebody typed before the script came is newer.
      putInto(form, { ...found.values, ...typedInto(form) });
      if (Object.keys(typedInto(form)).length === 0) device.removeItem(key);
      else {
        if (stood && found.stood !== null) stood.value = found.stood;
        setBackFrom(found.at);
      }
    }
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      const values = { ...sent, ...typedInto(form) };
      keepAt(device, key, { values, stood: stood?.value ?? null, at: new Date().toISOString() });
    };
    drop = () => {
      putInto(form, givenIn(form, Object.keys(typedInto(form))));
      if (stood && shown !== null) stood.value = shown;
      // Fields that are filled tell the form so.
      clearTimeout(timer);
      timer = undefined;
      device.removeItem(key);
      setBackFrom(null);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, pause);
    };
    const leave = () => {
      if (timer !== undefined && !isSigningOut) keep();
    };
    const submit = (event: SubmitEvent) => {
      // A preview opens beside the form, which goes on.
      if ((event.submitter as HTMLButtonElement | null)?.formTarget === "_blank") return;
      keep();
      noteSent(session, key, location.href);
    };
    // Typed before the script came.
    if (!found && Object.keys(typedInto(form)).length > 0) keep();
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("submit", submit);
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    onCleanup(() => {
      clearTimeout(timer);
      form.removeEventListener("input", later);
      form.removeEventListener("change", later);
      form.removeEventListener("submit", submit);
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
    });
  });
  return { backFrom, drop: () => drop() };
}
