import { For, type ParentProps, Show } from "solid-js";
import { useField } from "../ui/form-context.ts";
import { type Choice, WhoseStays } from "../ui/form-fields.tsx";

/** A row of radio buttons for a member: what they chose, or whether they came. Arrow keys go along the row. */
export function PersonRow(
  props: ParentProps<{ name: string; person: string; choices: readonly Choice[]; hint?: string }>,
) {
  const field = useField(props.name);
  return (
    <fieldset class="person-row" classList={{ wrong: Boolean(field.error) }} id={field.id} tabindex="-1">
      <legend>
        {props.person}
        <Show when={props.hint}>
          <small> {props.hint}</small>
        </Show>
      </legend>
      <Show when={field.error}>
        <p class="error">{field.error}</p>
      </Show>
      <div class="person-choices">
        <For each={props.choices}>
          {({ value, label }) => (
            <label>
              <input type="radio" name={props.name} value={value} checked={field.value === value} />
              <span>{label}</span>
            </label>
          )}
        </For>
      </div>
      <WhoseStays name={props.name} />
      {props.children}
    </fieldset>
  );
}
