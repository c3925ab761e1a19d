/** What is filled as one: half a proposer of the draft act beside half of another would be neither. */
const together = [
  ["title.sq"],
  ["title.en"],
  ["proposerKind", "proposer.sq", "proposer.en", "proposerPersonId", "proposerBodyId"],
] as const;

interface DraftChoice {
  value: string;
  /** What it has for the fields, by their names. */
  says: Readonly<Record<string, string>>;
}

/**
 * Fills what is empty on the form of an item with what the chosen draft act says. What somebody typed stays; what came
 * from one draft act makes way for the next.
 * @param tell is called with whether anything was filled
 */
export function fillsFromDraft(form: HTMLFormElement, drafts: readonly DraftChoice[], tell: (filled: boolean) => void) {
  const came = new Map<string, string>();
  const fieldOf = (name: string) =>
    form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null;
  const isFree = (name: string) => {
    const value = fieldOf(name)?.value;
    return value !== undefined && (value.trim() === "" || value === came.get(name));
  };
  const put = (name: string, value: string): boolean => {
    const field = fieldOf(name)!;
    if (field.value !== value) field.value = value;
    came.set(name, field.value);
    if (value) field.closest("details")?.setAttribute("open", "");
    return value !== "";
  };
  form.addEventListener("change", ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    if (name !== "draftActId") return;
    const says = drafts.find((draft) => draft.value === value)?.says ?? {};
    const filled = together.flatMap((names) =>
      names.every(isFree) ? names.map((one) => put(one, says[one] ?? "")) : [],
    );
    tell(filled.includes(true));
  });
}
