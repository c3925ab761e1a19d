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

/** Moves items by Alt and the arrows, and by dragging; each does what one of the form's own buttons does. */
export function movable(form: HTMLFormElement) {
  let dragged: HTMLElement | null = null;
  const itemOf = (event: Event) => (event.target as Element).closest<HTMLElement>("li[data-number]");
  const clear = () => {
    for (const marked of form.querySelectorAll("[data-drop]")) marked.removeAttribute("data-drop");
  };
  const send = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) {
      const input = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      form.append(input);
    }
    form.submit();
  };

  form.addEventListener("keydown", (event) => {
    const step = event.altKey ? keys[event.key] : undefined;
    const item = itemOf(event);
    if (!step || !item) return;
    event.preventDefault();
    item.querySelector<HTMLButtonElement>(`:scope > .moves button[value^="${step}:"]`)?.click();
  });
  for (const handle of form.querySelectorAll<HTMLElement>(".handle")) handle.draggable = true;
  form.addEventListener("dragstart", (event) => {
    dragged = itemOf(event);
    if (!dragged || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.id);
    event.dataTransfer.setDragImage(dragged, 8, 8);
  });
  form.addEventListener("dragover", (event) => {
    const item = itemOf(event);
    clear();
    if (!dragged || !item || isWithin(pathOf(item), pathOf(dragged))) return;
    event.preventDefault();
    const { top, height } = item.getBoundingClientRect();
    item.dataset.drop = event.clientY < top + height / 2 ? "before" : "after";
  });
  form.addEventListener("drop", (event) => {
    const item = itemOf(event);
    if (!dragged || !item?.dataset.drop) return;
    event.preventDefault();
    const target = withoutMoved(pathOf(item), pathOf(dragged));
    if (item.dataset.drop === "after") target[target.length - 1]! += 1;
    send({ move: `to:${dragged.id.slice("item-".length)}`, to: target.join(".") });
  });
  form.addEventListener("dragend", () => {
    dragged = null;
    clear();
  });
}
