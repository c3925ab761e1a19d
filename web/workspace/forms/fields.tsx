import { createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import type {
  ChoiceField,
  FieldGroup,
  FixedField,
  FormChoice,
  FormDescription,
  FormField,
  FormValues,
  PickField,
  PlainField,
  RowsField,
  TextField,
} from "../../../server/features/editing/form.shared.ts";
import { isSearched } from "../../../server/features/editing/form.shared.ts";
import { isBlank, rowsIn } from "../../../server/features/editing/form-rows.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Added, Hidden } from "../ui/form.tsx";
import { useField, useNamed } from "../ui/form-context.ts";
import { Choices, describedBy, Field, FieldFrame, Select, WhoseStays } from "../ui/form-fields.tsx";
import type { UploadItem } from "../ui/upload/upload-queue.ts";
import { useWorkspace } from "../workspace.tsx";
import { ChooseBySearch } from "./choose.tsx";
import { DropFiles } from "./drop-files.tsx";
import { fewRows, lineOf, RowValues } from "./folded-row.tsx";
import { Rich } from "./rich.tsx";

interface Drawn {
  description: FormDescription;
  /** What stands in the form, for the rows of its lists. */
  values: FormValues;
  /** Before the names of all fields: `items.r0.` */
  within?: string;
}

/**
 * Draws the fields of a form as they are described. Without script every field is an ordinary one, and rows are added and
 * moved by sending the form.
 *
 * @example <Fields fields={data.description.fields} description={data.description} values={data.values} />
 */
export function Fields(props: Drawn & { fields: readonly FormField[] }) {
  const shared = () => ({ description: props.description, values: props.values, within: props.within ?? "" });
  return (
    <For each={props.fields}>
      {(field) => (
        <Switch>
          <Match when={field.kind === "group"}>
            <Group field={field as FieldGroup} {...shared()} />
          </Match>
          <Match when={field.kind === "rows"}>
            <Rows field={field as RowsField} {...shared()} />
          </Match>
          <Match when={["line", "lines", "rich"].includes(field.kind)}>
            <Text field={field as TextField} name={shared().within + (field as TextField).name} />
          </Match>
          <Match when={field.kind === "pick"}>
            <Pick field={field as PickField} {...shared()} />
          </Match>
          <Match when={field.kind === "choice"}>
            <Choose field={field as ChoiceField} name={shared().within + (field as ChoiceField).name} />
          </Match>
          <Match when={field.kind === "choices"}>
            <Choices
              {...of(field as ChoiceField, shared().within)}
              kind="checkbox"
              choices={(field as ChoiceField).choices}
            />
          </Match>
          <Match when={field.kind === "fixed"}>
            <Fixed field={field as FixedField} name={shared().within + (field as FixedField).name} />
          </Match>
          <Match when={field.kind === "yes"}>
            <Yes {...of(field as PlainField, shared().within)} />
          </Match>
          <Match when={plainTypes[field.kind as "day"]}>
            {(type) => <Field {...of(field as PlainField, shared().within)} type={type()} />}
          </Match>
        </Switch>
      )}
    </For>
  );
}

const plainTypes = {
  day: "date",
  instant: "datetime-local",
  number: "text",
  link: "url",
  email: "email",
  phone: "tel",
  tags: "text",
} as const;

const of = (field: PlainField | ChoiceField | TextField, within: string) => ({
  name: within + field.name,
  label: field.label,
  hint: field.hint,
  required: field.required,
});

function Group(props: Drawn & { field: FieldGroup }) {
  return (
    <fieldset class="group">
      <legend>{props.field.label}</legend>
      <Show when={props.field.hint}>
        <p class="hint">{props.field.hint}</p>
      </Show>
      <Fields fields={props.field.fields} description={props.description} values={props.values} within={props.within} />
    </fieldset>
  );
}

/** Albanian and English side by side, each with its own label. */
function Text(props: { field: TextField; name: string }) {
  const t = useT("editing");
  const hint = () => props.field.hint;
  return (
    <Show
      when={props.field.localized}
      fallback={<OneText field={props.field} name={props.name} label={props.field.label} hint={hint()} />}
    >
      <div class="both" classList={{ long: props.field.kind === "rich" }}>
        <OneText
          field={props.field}
          name={`${props.name}.sq`}
          label={props.field.label}
          language={t("albanian")}
          lang="sq"
          hint={hint()}
        />
        <OneText
          field={{ ...props.field, required: false }}
          name={`${props.name}.en`}
          label={props.field.label}
          language={t("english")}
          lang="en"
        />
      </div>
    </Show>
  );
}

function OneText(props: {
  field: TextField;
  name: string;
  label: string;
  language?: string;
  lang?: "sq" | "en";
  hint?: string | undefined;
}) {
  const t = useT("workspace");
  const field = useField(props.name);
  const label = (): JSX.Element => (
    <>
      {props.label}
      <Show when={props.language}>
        <span class="language"> {props.language}</span>
      </Show>
    </>
  );
  const inLanguage = props.lang && t(props.lang === "sq" ? "in_albanian" : "in_english");
  const attributes = () => ({
    id: field.id,
    name: props.name,
    lang: props.lang,
    // What stands in HTML is longer than what counts of it.
    maxlength: props.field.kind === "rich" ? undefined : props.field.maximum,
    required: props.field.required,
    "aria-invalid": field.error ? ("true" as const) : undefined,
    "aria-describedby": describedBy(field, props.hint),
  });
  return (
    <FieldFrame
      name={props.name}
      label={label()}
      called={[props.label, inLanguage].filter(Boolean).join(" ")}
      hint={props.hint}
      required={Boolean(props.field.required)}
    >
      <Switch>
        <Match when={props.field.kind === "line"}>
          <input {...attributes()} type="text" value={field.value} autocomplete="off" />
        </Match>
        <Match when={props.field.kind === "lines"}>
          <textarea {...attributes()} rows={3}>
            {field.value}
          </textarea>
        </Match>
        <Match when={props.field.kind === "rich"}>
          <Rich {...attributes()} label={[props.label, props.language].filter(Boolean).join(", ")}>
            {field.value}
          </Rich>
        </Match>
      </Switch>
    </FieldFrame>
  );
}

function Choose(props: { field: ChoiceField; name: string }) {
  return (
    <Select
      {...of(props.field, "")}
      name={props.name}
      choices={props.field.choices}
      {...(props.field.none !== undefined && { empty: props.field.none })}
    />
  );
}

/** Something of the council from a list. What is chosen once and for all is said and travels along. */
function Pick(props: Drawn & { field: PickField }) {
  const name = () => props.within + props.field.name;
  const field = useField(name());
  const choices = () => props.description.lists[props.field.from] ?? [];
  /**
   * What the list without script holds: the latest, or what was looked for. In the rows of a list it would stand once for
   * each row, so that there it is only what is chosen and what was found.
   */
  const offered = () => {
    const { sought } = props.description;
    const chosen = choices().filter(({ value }) => value === field.value);
    if (sought?.field === name()) return [...chosen, ...sought.found.filter(({ value }) => value !== field.value)];
    return props.within ? chosen : choices();
  };
  const isThere = () => props.field.isFixed && !isBlank(props.values[`${props.within}id`]);
  return (
    <Show
      when={isThere()}
      fallback={
        <Show
          when={isSearched(props.field.from)}
          fallback={
            <Select
              name={name()}
              label={props.field.label}
              hint={props.field.hint}
              required={props.field.required}
              choices={choices()}
              empty={props.field.none}
            />
          }
        >
          <ChooseBySearch
            name={name()}
            label={props.field.label}
            hint={props.field.hint}
            required={props.field.required}
            list={props.field.from}
            choices={choices()}
            offered={offered()}
            none={props.field.none}
          />
        </Show>
      }
    >
      <p class="field" id={field.id}>
        <span class="field-name">{props.field.label}</span>
        <b>{choices().find(({ value }) => value === field.value)?.label ?? field.value}</b>
        <Hidden name={name()} value={field.value} />
      </p>
    </Show>
  );
}

function Fixed(props: { field: FixedField; name: string }) {
  const field = useField(props.name);
  return (
    <>
      <Hidden name={props.name} value={props.field.value || field.value} />
      <Show when={props.field.shown}>
        <p class="field" id={field.id}>
          <span class="field-name">{props.field.label}</span>
          <b>{props.field.shown}</b>
        </p>
      </Show>
    </>
  );
}

function Yes(props: { name: string; label: string; hint?: string | undefined }) {
  const field = useField(props.name);
  useNamed(props.name, props.label);
  return (
    <div class="field">
      <label class="choice" for={field.id}>
        <input type="checkbox" id={field.id} name={props.name} value="yes" checked={field.value !== ""} />
        <span>
          {props.label}
          <Show when={props.hint}>
            <small>{props.hint}</small>
          </Show>
          <Show when={field.error}>
            <span class="error">{field.error}</span>
          </Show>
        </span>
      </label>
      <WhoseStays name={props.name} />
    </div>
  );
}

/** A list of things alike. Each button says without script what it does with it at once: it sends the form. */
function Rows(props: Drawn & { field: RowsField }) {
  const t = useT("editing");
  const name = () => props.within + props.field.name;
  const field = useField(name());
  useNamed(name(), props.field.label);
  const ofFiles = useT("documents");
  const { page } = useWorkspace();
  const { locale } = usePage();
  let list: HTMLOListElement | undefined;
  const before = rowsIn(props.values, name(), props.field);
  const isNamed = (row: string) => {
    const own = `${name()}.${row}`;
    const named = [...(props.description.open ?? []), ...(page.form?.fields.map(({ path }) => path) ?? [])];
    return named.some((one) => one === name() || one === own || one.startsWith(`${own}.`));
  };
  const line = (row: string) =>
    lineOf(props.field, `${name()}.${row}.`, { description: props.description, values: props.values, locale });
  const [folded, setFolded] = createSignal<ReadonlySet<string>>(
    new Set(before.length > fewRows ? before.filter((row) => !isNamed(row) && line(row) !== "") : []),
  );
  const open = (which: readonly string[]) => {
    setFolded((all) => new Set([...all].filter((row) => !which.includes(row))));
    if (which.length !== 1) return;
    const fields = ["input", "select", "textarea"].map((tag) => `${tag}[id^="${field.id}-${which[0]}-"]`);
    list?.querySelector<HTMLElement>(fields.join(","))?.focus();
  };
  const [rows, setRows] = createSignal<readonly string[]>(before);
  let added = 0;
  const add = () => {
    added += 1;
    setRows((all) => [...all, `n${added}`]);
  };
  /** What files that were dropped have become, by their rows. */
  const [came, setCame] = createSignal<Readonly<Record<string, FormChoice>>>({});
  const take = ({ outcome, name: file }: UploadItem) => {
    const id = outcome?.documentId ?? outcome?.pictureId;
    if (!id) return;
    added += 1;
    const warnings = [
      ...(outcome!.text?.found ? [ofFiles("warn_persons", { count: outcome!.text.found })] : []),
      ...(outcome!.text?.state === "none" ? [ofFiles("warn_scanned")] : []),
    ];
    setCame((all) => ({ ...all, [`n${added}`]: { value: id, label: outcome!.title?.sq ?? file, warnings } }));
    setRows((all) => [...all, `n${added}`]);
    queueMicrotask(() => list?.dispatchEvent(new Event("input", { bubbles: true })));
  };
  const leave = (id: string) => {
    const gone = Object.entries(came()).find(([, { value }]) => value === id)?.[0];
    if (!gone) return;
    remove(gone);
    queueMicrotask(() => list?.dispatchEvent(new Event("input", { bubbles: true })));
  };
  const remove = (row: string) => setRows((all) => all.filter((one) => one !== row));
  const up = (row: string) =>
    setRows((all) => {
      const at = all.indexOf(row);
      return at < 1 ? all : all.toSpliced(at - 1, 2, row, all[at - 1]!);
    });
  /** Does it here; where there is no script, the button sends the form instead. */
  const here = (does: () => void) => (event: Event) => {
    event.preventDefault();
    does();
    (event.currentTarget as HTMLElement).dispatchEvent(new Event("input", { bubbles: true }));
  };
  /** The same where nothing of the form changes by it. */
  const still = (does: () => void) => (event: Event) => {
    event.preventDefault();
    does();
  };
  return (
    <fieldset
      class="group rows"
      id={field.id}
      tabindex="-1"
      aria-describedby={describedBy({ ...field, error: field.ownError }, props.field.hint)}
    >
      <legend>{props.field.label}</legend>
      <Show when={props.field.hint}>
        <p class="hint" id={field.hintId}>
          {props.field.hint}
        </p>
      </Show>
      <Show when={field.ownError}>
        <p class="error" id={field.errorId}>
          {field.ownError}
        </p>
      </Show>
      <Show when={rows().length === 0}>
        <p class="hint">{t("nothing_yet")}</p>
      </Show>
      <Show when={folded().size > 1}>
        <p>
          <button
            class="button plain"
            type="submit"
            name="do"
            value={`open:${name()}`}
            onClick={still(() => open(rows()))}
          >
            {t("open_rows", { number: folded().size })}
          </button>
        </p>
      </Show>
      <ol ref={list}>
        <For each={rows()}>
          {(row, at) => (
            <li classList={{ folded: folded().has(row) }}>
              <div class="row-top">
                <b>{folded().has(row) ? line(row) : t("row_number", { one: props.field.one, number: at() + 1 })}</b>
                <span class="row-moves">
                  <Show when={folded().has(row)}>
                    <button
                      type="submit"
                      name="do"
                      value={`open:${name()}.${row}`}
                      aria-label={`${t("open_row")}: ${line(row)}`}
                      onClick={still(() => open([row]))}
                    >
                      {t("open_row")}
                    </button>
                  </Show>
                  <Show when={at() > 0}>
                    <button
                      type="submit"
                      name="do"
                      value={`up:${name()}.${row}`}
                      aria-label={`${t("move_up")}: ${props.field.one} ${at() + 1}`}
                      onClick={here(() => up(row))}
                    >
                      {t("move_up")}
                    </button>
                  </Show>
                  <button
                    type="submit"
                    name="do"
                    value={`remove:${name()}.${row}`}
                    aria-label={`${t("remove")}: ${props.field.one} ${at() + 1}`}
                    onClick={here(() => remove(row))}
                  >
                    {t("remove")}
                  </button>
                </span>
              </div>
              <Show
                when={came()[row]}
                fallback={
                  <Show
                    when={folded().has(row)}
                    fallback={
                      <>
                        <Show when={props.field.ofPhotos && props.values[`${name()}.${row}.id`]}>
                          {(id) => <img src={`${props.description.photos}/${id()}`} alt="" loading="lazy" />}
                        </Show>
                        <Fields
                          fields={props.field.fields}
                          description={props.description}
                          values={props.values}
                          within={`${name()}.${row}.`}
                        />
                      </>
                    }
                  >
                    <RowValues within={`${name()}.${row}.`} values={props.values} />
                  </Show>
                }
              >
                {(file) => (
                  <Added values={{ [`${name()}.${row}.${props.field.takes!.field}`]: file().value }}>
                    <Fields
                      fields={props.field.fields}
                      description={{
                        ...props.description,
                        lists: {
                          ...props.description.lists,
                          documents: [file(), ...(props.description.lists.documents ?? [])],
                        },
                      }}
                      values={props.values}
                      within={`${name()}.${row}.`}
                    />
                  </Added>
                )}
              </Show>
            </li>
          )}
        </For>
      </ol>
      <WhoseStays name={name()} />
      <Show when={props.field.takes && props.description.upload}>
        {(action) => (
          <DropFiles as={props.field.takes!.as} list={name()} action={action()} onDone={take} onRemoved={leave} />
        )}
      </Show>
      <Show when={props.field.add}>
        <p>
          <button class="button plain" type="submit" name="do" value={`add:${name()}`} onClick={here(add)}>
            {props.field.add}
          </button>
        </p>
      </Show>
    </fieldset>
  );
}
