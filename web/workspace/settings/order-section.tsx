import { createSignal, For, Show } from "solid-js";
import { settingsPaths } from "../../../server/features/settings/settings.paths.shared.ts";
import type { SettingsData } from "../../../server/features/settings/settings-data.ts";
import { useT } from "../../lib/i18n.ts";
import type { Typed } from "../forms/typed-values.ts";
import { Form, Hidden } from "../ui/form.tsx";
import { useReading, Writing } from "../ui/reading.tsx";
import { useWorkspace } from "../workspace.tsx";
import { Save, Section } from "./settings-page.tsx";

/** The council's own order of its members: by buttons, which work without script, and by dragging where there is one. */
export function OrderSection(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const refused = page.form?.name === "order" ? page.form : null;
  const typed = [refused?.values.people ?? []].flat();
  const asTyped = typed.flatMap((id) => props.data.members.find((member) => member.id === id) ?? []);
  const [members, setMembers] = createSignal(
    asTyped.length === props.data.members.length ? asTyped : props.data.members,
  );
  const [was, setWas] = createSignal(refused?.values.was ?? props.data.members.map(({ id }) => id).join(" "));
  let list: HTMLOListElement | undefined;
  const [dragged, setDragged] = createSignal<string | null>(null);
  const dropOn = (target: string) => {
    const id = dragged();
    setDragged(null);
    if (!id || id === target) return;
    const rest = members().filter((member) => member.id !== id);
    const at = rest.findIndex((member) => member.id === target);
    const from = members().findIndex((member) => member.id === id);
    const to = members().findIndex((member) => member.id === target);
    const moved = members()[from]!;
    setMembers(rest.toSpliced(from < to ? at + 1 : at, 0, moved));
    list?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  /** As it was ordered and not saved, unless others are members now. */
  const redraw = ({ people = [], was: stood = [] }: Typed) => {
    const [before] = stood;
    const ordered = people.flatMap((id) => props.data.members.find((member) => member.id === id) ?? []);
    if (ordered.length !== props.data.members.length || before === undefined) return;
    setMembers(ordered);
    setWas(before);
  };
  return (
    <Section name="order" lead={t(useReading() ? "order_reading" : "order_lead")}>
      <Show when={useReading()}>
        <ol class="order">
          <For each={props.data.members}>{({ name }) => <li class="read">{name}</li>}</For>
        </ol>
      </Show>
      <Writing>
        <Show when={props.data.body && members().length > 0} fallback={<p class="soft">{t("order_none")}</p>}>
          <Form name="order" action={settingsPaths.order[page.locale]} class="order-form" redraw={redraw}>
            <Hidden name="body" value={props.data.body!} />
            <Hidden name="was" value={String(was())} />
            <ol ref={list} class="order" id="order-people" tabindex="-1">
              <For each={members()}>
                {(member, at) => (
                  <li
                    draggable="true"
                    classList={{ dragged: dragged() === member.id }}
                    onDragStart={() => setDragged(member.id)}
                    onDragEnd={() => setDragged(null)}
                    onDragOver={(event) => event.preventDefault()}
                    onDrop={(event) => {
                      event.preventDefault();
                      dropOn(member.id);
                    }}
                  >
                    <Hidden name="people" value={member.id} />
                    <span>{member.name}</span>
                    <button
                      class="button plain"
                      type="submit"
                      name="move"
                      value={`up ${member.id}`}
                      disabled={at() === 0}
                      aria-label={t("order_up", { name: member.name })}
                    >
                      ↑
                    </button>
                    <button
                      class="button plain"
                      type="submit"
                      name="move"
                      value={`down ${member.id}`}
                      disabled={at() === members().length - 1}
                      aria-label={t("order_down", { name: member.name })}
                    >
                      ↓
                    </button>
                  </li>
                )}
              </For>
            </ol>
            <Save />
          </Form>
        </Show>
      </Writing>
    </Section>
  );
}
