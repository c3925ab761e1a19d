import { createSignal, For, Show } from "solid-js";
import { minutesEditPath, minutesPaths } from "../../../server/features/minutes/minutes.paths.shared.ts";
import type { MinutesData, PartShown, WrittenView } from "../../../server/features/minutes/minutes-view.ts";
import { headingField } from "../../../server/features/minutes/parts.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Prose } from "../../ui/prose.tsx";
import { createAutosave } from "../forms/autosave.ts";
import { KeepingLine } from "../forms/keeping-line.tsx";
import { LeftUnsaved } from "../forms/left-unsaved.tsx";
import { Rich } from "../forms/rich.tsx";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { useField } from "../ui/form-context.ts";
import { describedBy, FieldFrame } from "../ui/form-fields.tsx";

const form = "minutes-text";

/** The text in its parts, each folded until it is to be read or changed. */
export function Writing(props: { data: MinutesData; written: WrittenView }) {
  const { data, written } = props;
  return (
    <Show when={data.rights.edit} fallback={<Reading parts={written.parts} />}>
      <Writable data={data} written={written} />
    </Show>
  );
}

function Writable(props: { data: MinutesData; written: WrittenView }) {
  const t = useT("minutes");
  const edit = useT("editing");
  const { locale } = usePage();
  const { data, written } = props;
  const lines = written.parts.filter(({ isLine }) => isLine);
  const texts = written.parts.filter(({ isLine }) => !isLine);
  const { keeping, copies, useCopy, dropCopy } = createAutosave({
    form: () => document.getElementById(form) as HTMLFormElement,
    account: data.account,
    entity: "minutes",
    id: data.meeting.id,
    editId: written.edit.id,
    seen: written.edit.seen,
    version: null,
    answers: null,
    address: (editId) => minutesEditPath(data.meeting.id, editId),
  });
  return (
    <div class="minutes">
      <LeftUnsaved forms={written.unsaved} copies={copies} useCopy={useCopy} dropCopy={dropCopy} />
      <Show when={written.isUnsaved}>
        <p class="note">{edit("unsaved_shown")}</p>
      </Show>
      <Form
        name={form}
        action={fillPath(minutesPaths.page, { id: data.meeting.id })[locale]}
        values={written.values}
        class="sheet-form whole"
        label={t("text")}
        keptByPage
      >
        <Stood shown={written.standing} />
        <Hidden name="edit" value={written.edit.id} />
        <Hidden name="kept" value={written.edit.seen ?? ""} />
        <Hidden name="tab" value="" />
        {/* The first button is what the Enter key does. */}
        <button class="first-button" type="submit" tabindex="-1">
          {t("save")}
        </button>
        <h2>{t("text")}</h2>
        <p class="hint">{t("text_hint")}</p>
        <fieldset class="group">
          <legend>{t("head_lines")}</legend>
          <div class="minutes-lines">
            <For each={lines}>{(part) => <Line part={part} />}</For>
          </div>
        </fieldset>
        <div class="minutes-parts">
          <For each={texts}>{(part) => <Part part={part} />}</For>
        </div>
        <Buttons>
          <SubmitButton>{t("save")}</SubmitButton>
          <SubmitButton plain name="do" value="draw">
            {t("draw_again")}
          </SubmitButton>
          <KeepingLine keeping={keeping()} />
        </Buttons>
        <p class="hint">{t("draw_again_hint")}</p>
      </Form>
    </div>
  );
}

function Line(props: { part: PartShown }) {
  const t = useT("minutes");
  const { part } = props;
  const field = useField(part.field);
  return (
    <div>
      <FieldFrame name={part.field} label={t(`line.${part.name}` as "line.title")} required={part.name !== "number"}>
        <input
          id={field.id}
          name={part.field}
          type="text"
          lang="sq"
          value={field.value}
          maxlength={300}
          autocomplete="off"
          required={part.name !== "number"}
          aria-invalid={field.error ? "true" : undefined}
          aria-describedby={describedBy(field, undefined)}
        />
      </FieldFrame>
      <Beside part={part} label={t(`line.${part.name}` as "line.title")} />
    </div>
  );
}

/** One part, with what the log says of it by now. The editor of its text comes when it is opened. */
function Part(props: { part: PartShown }) {
  const t = useT("minutes");
  const { part } = props;
  const field = useField(part.field);
  const isAsking = part.offered !== null || part.isGone;
  const [isOpen, setOpen] = createSignal(Boolean(field.error) || isAsking);
  return (
    <details class="minutes-part" open={isOpen()} onToggle={(event) => event.currentTarget.open && setOpen(true)}>
      <summary>
        <span lang="sq">{part.heading}</span>
        <Show when={part.hasGap}>
          <span class="tag warn">{t("has_gap")}</span>
        </Show>
        <Show when={part.isChanged}>
          <span class="tag none">{t("is_changed")}</span>
        </Show>
        <Show when={isAsking}>
          <span class="tag bad">{t(part.isGone ? "offered_gone" : "offered")}</span>
        </Show>
      </summary>
      <FieldFrame name={part.field} label={t("part_text")} required>
        <Rich
          id={field.id}
          name={part.field}
          lang="sq"
          required
          aria-invalid={field.error ? "true" : undefined}
          aria-describedby={describedBy(field, undefined)}
          label={part.heading}
          isWanted={isOpen()}
        >
          {field.value}
        </Rich>
      </FieldFrame>
      <Hidden name={headingField(part.name)} value={part.heading} />
      <Beside part={part} label={part.heading} />
    </details>
  );
}

/** The log's other text, and the one that was put away for it. Each button saves what was typed first. */
function Beside(props: { part: PartShown; label: string }) {
  const t = useT("minutes");
  const { part } = props;
  const Choice = (choice: { action: "take" | "keep" | "back"; label: string }) => (
    <button
      class="quiet-button"
      type="submit"
      name="do"
      value={`${choice.action}:${part.name}:${part.mark}`}
      aria-label={t("of_part", { action: choice.label, part: props.label })}
    >
      {choice.label}
    </button>
  );
  return (
    <>
      <Show when={part.offered !== null || part.isGone}>
        <section class="note warn" aria-label={t(part.isGone ? "offered_gone" : "offered")}>
          <p class="note-title">{t(part.isGone ? "offered_gone" : "offered")}</p>
          <Show when={part.offered !== null}>
            <p class="other-text" lang="sq">
              {part.offered}
            </p>
          </Show>
          <Show when={part.mark} fallback={<p>{t("gone_typed")}</p>}>
            <p class="moves">
              <Choice action="take" label={t(part.isGone ? "take_gone" : "take")} />
              <Choice action="keep" label={t("keep")} />
            </p>
          </Show>
        </section>
      </Show>
      <Show when={part.setAside !== null}>
        <details class="small">
          <summary>{t("set_aside")}</summary>
          <p class="other-text" lang="sq">
            {part.setAside}
          </p>
          <p class="moves">
            <Choice action="back" label={t("back")} />
          </p>
        </details>
      </Show>
    </>
  );
}

/** For whoever may look and not write. */
function Reading(props: { parts: readonly PartShown[] }) {
  const t = useT("minutes");
  return (
    <div class="minutes" lang="sq">
      <For each={props.parts}>
        {(part) => (
          <Show
            when={!part.isLine}
            fallback={
              <p>
                <b>{t(`line.${part.name}` as "line.title")}:</b> {part.html}
              </p>
            }
          >
            <section>
              <h2>{part.heading}</h2>
              <Prose text={{ sq: part.html }} isBelowHeading />
            </section>
          </Show>
        )}
      </For>
    </div>
  );
}
