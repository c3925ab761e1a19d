import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";
import type { WorkspacePageData } from "../../../server/workspace/page-data.ts";
import { forget, keepAt, keptAt, keyOf, tidy } from "./kept.ts";
import { noteSent, settleSent } from "./sent.ts";
import { asksForSecrets, givenIn, isAlike, putInto, type Typed, typedInto, wholeOf } from "./typed-values.ts";

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
/** What was typed before the script came may be on its way already; if the page is still there after so long, it is not. */
const patience = 3_000;
let isSigningOut = false;
let isBack: string | null = null;

/** Whether whoever typed is about to leave and wants nothing kept. */
export const leavesNothing = (): boolean => isSigningOut;
/** Whether the form that is kept there was sent in vain, and whoever sent it has signed in again meanwhile. */
export const cameBack = (key: string): boolean => isBack === key;

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
  const unsent = settleSent(session, device, {
    href: location.href,
    before: document.referrer,
    isNew: entry?.type === "navigate",
    isInside: whoTypes(page) !== null,
  });
  if (unsent?.isBack) isBack = unsent.key;
  return unsent !== null && !unsent.isBack;
}

/** Who signs out leaves nothing behind that was typed. */
export function forgetTyped(page: WorkspacePageData): void {
  const account = whoTypes(page);
  // Without connection nobody gets out.
  if (account === null || !navigator.onLine) return;
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
  /** Draws the fields anew, of a form in which a script adds, chooses and puts in order. */
  redraw?: ((values: Typed) => void) | undefined;
}

/**
 * Keeps on this device what is typed into a form until it is taken: after a reload, an ended session or a lost connection
 * it is put back. Never kept are files, and forms that ask for a password or a code.
 */
export function createKeeping({ page, form: formOf, action, name, isRefused, redraw }: KeepOptions): {
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
    const early = typedInto(form);
    const given = wholeOf(form, "given");
    /** What is to be kept now: of a form that is drawn anew all that stands in it, of any other what is different. */
    const typed = (): Typed => {
      if (!redraw) return { ...sent, ...typedInto(form) };
      const whole = wholeOf(form, "now");
      return !isRefused && isAlike(whole, given) ? {} : whole;
    };
    const put = (values: Typed) => (redraw ? redraw(values) : putInto(form, values));

    if (found && !isRefused) {
      // What somebody typed before the script came is newer.
      put({ ...found.values, ...early });
      // What is drawn anew stands there when all that is mounted has been.
      queueMicrotask(() => {
        if (Object.keys(typed()).length === 0) return device.removeItem(key);
        if (stood && found.stood !== null) stood.value = found.stood;
        setBackFrom(found.at);
      });
    }
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      keepAt(device, key, { values: typed(), stood: stood?.value ?? null, at: new Date().toISOString() });
    };
    drop = () => {
      put(redraw ? given : givenIn(form, Object.keys(typedInto(form))));
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
      if (timer !== undefined && !leavesNothing()) keep();
    };
    const submit = (event: SubmitEvent) => {
      // A preview opens beside the form, which goes on.
      if ((event.submitter as HTMLButtonElement | null)?.formTarget === "_blank") return;
      keep();
      if (navigator.onLine) noteSent(session, key, location.href);
    };
    const waiting = !found && Object.keys(early).length > 0 ? setTimeout(keep, patience) : undefined;
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("submit", submit);
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    onCleanup(() => {
      clearTimeout(timer);
      clearTimeout(waiting);
      form.removeEventListener("input", later);
      form.removeEventListener("change", later);
      form.removeEventListener("submit", submit);
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
    });
  });
  return { backFrom, drop: () => drop() };
}
