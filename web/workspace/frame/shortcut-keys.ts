/** Where this browser keeps that somebody wants no shortcuts. */
const kept = "shortcuts";

export const areShortcutsOn = (): boolean => {
  try {
    return localStorage.getItem(kept) !== "off";
  } catch {
    return true;
  }
};
export function setShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(kept);
    else localStorage.setItem(kept, "off");
  } catch {
    // A browser that keeps nothing has them on.
  }
}

const send = (form: HTMLFormElement | null | undefined) => {
  if (!form) return false;
  form.requestSubmit(form.querySelector<HTMLButtonElement>("button[type=submit]"));
  return true;
};
const formAround = ({ target }: KeyboardEvent) =>
  target instanceof Element ? target.closest<HTMLFormElement>("main form") : null;

const go = (selector: string) => {
  const place = document.querySelector<HTMLElement>(selector);
  place?.focus();
  if (place instanceof HTMLInputElement) place.select();
  return place !== null;
};

/** Opens the menu where it is folded, and goes to the current place in it. */
function toMenu() {
  const menu = document.querySelector<HTMLDetailsElement>(".desk-menu");
  if (!menu) return false;
  menu.open = true;
  return go(".desk-menu [aria-current]") || go(".desk-menu a");
}

/** What each does; says whether there was anything to do, so that otherwise the browser's own use of the keys stays. */
const deeds: Readonly<Record<string, (event: KeyboardEvent, help: string) => boolean>> = {
  "ctrl+k": () => {
    const field = document.getElementById("desk-search");
    // On a narrow screen the field stands on a page of its own.
    if (field?.checkVisibility()) return go("#desk-search");
    const link = document.querySelector<HTMLAnchorElement>(".desk-find a");
    link?.click();
    return Boolean(link);
  },
  "ctrl+s": (event) => send(formAround(event) ?? document.querySelector<HTMLFormElement>("main form[method=post]")),
  "ctrl+enter": (event) => send(formAround(event)),
  "alt+m": toMenu,
  "ctrl+/": (_event, help) => {
    location.assign(help);
    return true;
  },
};

/**
 * Listens for the shortcuts. Each takes a modifier, since single characters are commands of screen readers and of those
 * who speak to their computer (WCAG 2.1.4).
 * @param help the address of the page that tells them
 */
export function listenForShortcuts(help: string): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !areShortcutsOn()) return;
    const modifier = event.ctrlKey || event.metaKey ? "ctrl" : event.altKey ? "alt" : "";
    if (!modifier || event.shiftKey !== (event.key === "/" && event.shiftKey)) return;
    const deed = deeds[`${modifier}+${event.key.toLowerCase()}`];
    if (deed?.(event, help)) event.preventDefault();
  };
  document.addEventListener("keydown", onKeyDown);
  return () => document.removeEventListener("keydown", onKeyDown);
}
