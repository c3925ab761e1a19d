import { fold } from "../../fold.shared.ts";
import { matchPage } from "../../pages/page-routes.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import type { AnyRegister } from "../open-data/register.ts";
import { describedSlugs, registerPath } from "../open-data/register-paths.shared.ts";
import type { ColumnView, RegisterEntry } from "./registers.schema.ts";
import type { RegisterGroup } from "./registers.shared.ts";

const ofPeople = new Set(["people", "elections", "pay"]);

function groupOf({ areas }: AnyRegister): RegisterGroup {
  if (areas[0] === "publications") return "documents";
  return ofPeople.has(areas[0]!) ? "people" : "decisions";
}

/** Names of the filters that a register's page understands; its exports understand the same. */
export const filtersOf = ({ path }: AnyRegister): string[] =>
  matchPage(path.sq)?.query.filter((name) => name !== "page" && name !== "sort") ?? [];

const addresses = ({ path }: AnyRegister, origin: string, ending: string): InBoth => ({
  sq: `${origin}${path.sq}.${ending}`,
  en: `${origin}${path.en}.${ending}`,
});

/** Where a register is described: below the page of open data, or where it stands. */
export const describedAt = ({ name, path }: AnyRegister): InBoth => (describedSlugs[name] ? registerPath(name) : path);

export const columnViews = ({ columns }: AnyRegister): ColumnView[] =>
  columns.map(({ name, kind, label, choices }: AnyRegister["columns"][number]) => ({
    name,
    kind,
    label,
    ...(choices && { choices: [...choices] }),
  }));

const texts = new WeakMap<AnyRegister, string>();
/** Everything that a register is called, as words are compared. */
function textOf(register: AnyRegister): string {
  let text = texts.get(register);
  if (!text) {
    const { name, title, description, columns } = register;
    const named = columns.flatMap((column: AnyRegister["columns"][number]) => [
      column.name,
      ...Object.values(column.label),
    ]);
    text = fold([name, ...Object.values(title), ...Object.values(description), ...named].join(" "));
    texts.set(register, text);
  }
  return text;
}

/** Whether a register is meant by these words. */
export const isAbout = (register: AnyRegister, words: string): boolean =>
  fold(words)
    .split(" ")
    .every((word) => textOf(register).includes(word));

/** A register as the list of registers tells it. */
export const entryOf = (
  register: AnyRegister,
  origin: string,
  { total, changedAt }: { total: number; changedAt: Date | null },
): RegisterEntry => ({
  name: register.name,
  group: groupOf(register),
  title: register.title,
  description: register.description,
  url: register.path,
  described: describedAt(register),
  exports: {
    csv: addresses(register, origin, "csv"),
    xlsx: addresses(register, origin, "xlsx"),
    json: addresses(register, origin, "json"),
    schema: addresses(register, origin, "schema.json"),
  },
  filters: filtersOf(register),
  total,
  changedAt: changedAt?.toISOString() ?? null,
});
