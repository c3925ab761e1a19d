type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** What stands in fields, by their names; of a choice all that are chosen. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What steers the sending, is sent by a press, or is never to be on a device: files, passwords, what was looked at. */
const left = new Set(["hidden", "file", "password", "submit", "button", "reset", "image", "fieldset", "output"]);
const isField = (control: Element): control is Control =>
  "name" in control && "type" in control && control.name !== "" && !left.has(String(control.type));

const secrets = new Set(["current-password", "new-password", "one-time-code"]);
/** Whether a form asks for what nobody else may ever find on a device. */
export const asksForSecrets = (form: HTMLFormElement): boolean =>
  [...form.elements].some(
    (control) => (control as Control).type === "password" || secrets.has((control as Control).autocomplete),
  );

/** Whose text stays is asked of a form that came back, and of none that is opened later. */
const isWhose = (name: string) => name.startsWith("choose.");

function fieldsOf(form: HTMLFormElement): Map<string, Control[]> {
  const fields = new Map<string, Control[]>();
  for (const control of form.elements) {
    // Whoever has looked at what is said of persons says so each time.
    if (!isField(control) || control.name === "persons" || isWhose(control.name)) continue;
    fields.set(control.name, [...(fields.get(control.name) ?? []), control]);
  }
  return fields;
}

const isChoice = (control: Control): control is HTMLInputElement =>
  control.type === "checkbox" || control.type === "radio";
const isList = (control: Control): control is HTMLSelectElement => "options" in control;

function givenTo(control: Control): string[] {
  if (isChoice(control)) return control.defaultChecked ? [control.value] : [];
  if (!isList(control)) return [control.defaultValue];
  const options = [...control.options];
  const chosen = options.filter(({ defaultSelected }) => defaultSelected).map(({ value }) => value);
  // A list from which one is chosen begins with its first.
  return chosen.length > 0 || control.multiple ? chosen : options.slice(0, 1).map(({ value }) => value);
}

function standsIn(control: Control): string[] {
  if (isChoice(control)) return control.checked ? [control.value] : [];
  if (isList(control)) return [...control.options].filter(({ selected }) => selected).map(({ value }) => value);
  return [control.value];
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((one, at) => one === others[at]);

/** Fields in which something else stands than what the page came with. */
export function typedInto(form: HTMLFormElement): Typed {
  const typed = [...fieldsOf(form)].map(([name, all]) => [name, all.flatMap(standsIn), all.flatMap(givenTo)] as const);
  return Object.fromEntries(typed.filter(([, now, given]) => !isSame(now, given)).map(([name, now]) => [name, now]));
}

/** What the page came with in these fields. */
export function givenIn(form: HTMLFormElement, names: readonly string[]): Typed {
  const fields = fieldsOf(form);
  return Object.fromEntries(names.map((name) => [name, (fields.get(name) ?? []).flatMap(givenTo)]));
}

/** Steers the sending, is said each time anew, or only looks for something. */
const isAside = (name: string) => ["", "stood", "persons"].includes(name) || name.startsWith("find.") || isWhose(name);

/**
 * All that stands in a form, also what a script has added, chosen and put in order; what is empty is left out.
 * @param when as the page came with it, or now
 */
export function wholeOf(form: HTMLFormElement, when: "given" | "now"): Typed {
  const whole: Record<string, string[]> = {};
  for (const control of form.elements as Iterable<Element & Partial<Control>>) {
    const { name = "", type } = control;
    if (!(type === "hidden" || isField(control)) || isAside(name)) continue;
    const values = (when === "given" ? givenTo : standsIn)(control as Control).filter((value) => value !== "");
    if (values.length > 0) whole[name] = [...(whole[name] ?? []), ...values];
  }
  return whole;
}

/** Whether the same stands in the same fields, in the same order. */
export const isAlike = (one: Typed, other: Typed): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Puts values into their fields, as if they were typed; what has no field any more is left out. */
export function putInto(form: HTMLFormElement, values: Typed): void {
  const fields = fieldsOf(form);
  for (const [name, all] of Object.entries(values)) {
    const controls = fields.get(name) ?? [];
    for (const [at, control] of controls.entries()) {
      const before = standsIn(control);
      if (isChoice(control)) control.checked = all.includes(control.value);
      else if (isList(control)) for (const option of control.options) option.selected = all.includes(option.value);
      else control.value = all[at] ?? "";
      if (isSame(before, standsIn(control))) continue;
      control.closest("details")?.setAttribute("open", "");
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}
