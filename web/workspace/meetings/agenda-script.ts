/** What a number would be once the item that is moved has been taken from the agenda. */
export function withoutMoved(target: readonly number[], moved: readonly number[]): number[] {
  const at = moved.length - 1;
  const isBehind =
    target.length > at && moved.slice(0, -1).every((part, i) => part === target[i]) && moved[at]! < target[at]!;
  return target.map((part, i) => (isBehind && i === at ? part - 1 : part));
}

const pathOf = (item: HTMLElement) => item.dataset.number!.split(".").map(Number);
const isWithin = (path: readonly number[], above: readonly number[]) => above.every((part, at) => path[at] === part);

const keys: Record<string, string> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

/** So far a finger may tremble before the number is pulled, in pixels. */
const trembling = 6;
/** So near the edge of the window the agenda runs on under the finger, in pixels. */
const edge = 80;

/**
 * Moves items by Alt and the arrows, and by pulling their number with a mouse, a finger or a pen; each does what one of the
 * form's own buttons does.
 */
export function movable(form: HTMLFormElement) {
  const items = () => [...form.querySelectorAll<HTMLElement>("li[data-number]")];
  const itemOf = (event: Event) => (event.target as Element).closest<HTMLElement>("li[data-number]");
  const send = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) {
      const input = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      form.append(input);
    }
    // Through a button of its own: the form is sent like by any other, and can wait for files that are on their way.
    const button = Object.assign(document.createElement("button"), { type: "submit", hidden: true });
    form.append(button);
    form.requestSubmit(button);
  };

  form.addEventListener("keydown", (event) => {
    const step = event.altKey ? keys[event.key] : undefined;
    const item = itemOf(event);
    if (!step || !item) return;
    event.preventDefault();
    item.querySelector<HTMLButtonElement>(`:scope > .moves button[value^="${step}:"]`)?.click();
  });

  let pulled: { item: HTMLElement; pointer: number; from: number; at: number; isMoving: boolean } | null = null;
  const clear = () => {
    for (const marked of form.querySelectorAll("[data-drop]")) marked.removeAttribute("data-drop");
  };
  /** The item at a height of the window, and on which side of it the pulled one would come. */
  const placeAt = (y: number): { item: HTMLElement; side: "before" | "after" } | null => {
    const all = items();
    const item = all.find((one) => y < one.getBoundingClientRect().bottom) ?? all.at(-1);
    if (!pulled || !item || isWithin(pathOf(item), pathOf(pulled.item))) return null;
    const { top, height } = item.getBoundingClientRect();
    return { item, side: y < top + height / 2 ? "before" : "after" };
  };
  const mark = () => {
    clear();
    const place = pulled && placeAt(pulled.at);
    if (place) place.item.dataset.drop = place.side;
  };
  const run = () => {
    if (!pulled?.isMoving) return;
    const past = pulled.at < edge ? pulled.at - edge : Math.max(0, pulled.at - (innerHeight - edge));
    if (past !== 0) {
      scrollBy(0, past / 6);
      mark();
    }
    requestAnimationFrame(run);
  };
  const stop = () => {
    if (pulled) delete pulled.item.dataset.pulled;
    pulled = null;
    clear();
  };

  for (const handle of form.querySelectorAll<HTMLElement>(".handle")) {
    handle.dataset.live = "";
    handle.addEventListener("pointerdown", (event) => {
      const item = itemOf(event);
      if (event.button !== 0 || !event.isPrimary || !item) return;
      handle.setPointerCapture(event.pointerId);
      pulled = { item, pointer: event.pointerId, from: event.clientY, at: event.clientY, isMoving: false };
    });
    handle.addEventListener("pointermove", (event) => {
      if (event.pointerId !== pulled?.pointer) return;
      pulled.at = event.clientY;
      if (!pulled.isMoving) {
        if (Math.abs(pulled.at - pulled.from) < trembling) return;
        pulled.isMoving = true;
        pulled.item.dataset.pulled = "";
        requestAnimationFrame(run);
      }
      mark();
    });
    handle.addEventListener("pointerup", (event) => {
      if (event.pointerId !== pulled?.pointer) return;
      const { item: moved, isMoving } = pulled;
      const place = isMoving ? placeAt(event.clientY) : null;
      stop();
      if (!place) return;
      const target = withoutMoved(pathOf(place.item), pathOf(moved));
      if (place.side === "after") target[target.length - 1]! += 1;
      if (target.join(".") === moved.dataset.number) return;
      send({ move: `to:${moved.id.slice("item-".length)}`, to: target.join(".") });
    });
    handle.addEventListener("pointercancel", stop);
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") stop();
  });
}
