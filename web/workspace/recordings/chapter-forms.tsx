import { For, Show } from "solid-js";
import type { RecordingData } from "../../../server/features/recordings/recording-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { Field, Select } from "../ui/form-fields.tsx";
import { useWorkspace } from "../workspace.tsx";
import { useRecordingPath } from "./use-recording-path.ts";

type Recording = NonNullable<RecordingData["recording"]>;

/** The chapters of a recording: taken from the log, moved together, each corrected, others added. */
export function ChapterForms(props: { data: RecordingData; recording: Recording }) {
  const t = useT("recording");
  const { data } = props;
  const path = useRecordingPath(data.meeting.id);
  const { chapters, shown } = props.recording;
  return (
    <section id="publication-chapters" aria-labelledby="chapters-title">
      <h2 id="chapters-title">{t("chapters")}</h2>
      <Show when={data.hasLog} fallback={<p class="hint">{t("no_log")}</p>}>
        <Form name="from-log" action={path("fromLog")} label={t("from_log")}>
          <Stood shown={{ chapters: shown.chapters }} />
          <p class="hint">{t("from_log_text")}</p>
          <Buttons>
            <SubmitButton plain>{t(chapters.length > 0 ? "from_log_again" : "from_log")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
      <Show when={chapters.length > 0} fallback={<p class="soft">{t("chapters_none")}</p>}>
        <h3>{t("shift")}</h3>
        <p class="hint">{t("shift_text")}</p>
        <Form
          name="shift"
          action={path("shift")}
          label={t("shift")}
          values={{ chapter: (chapters.find(({ itemId }) => itemId) ?? chapters[0])?.id }}
        >
          <Stood shown={{ chapters: shown.chapters }} />
          <div class="field-row">
            <Select
              name="chapter"
              label={t("shift_chapter")}
              choices={chapters.map(({ id, at, label }) => ({ value: id, label: `${at}  ${label}` }))}
              required
            />
            <Field name="moment" label={t("shift_moment")} hint={t("clock_hint")} maxlength={10} required />
          </div>
          <Buttons>
            <SubmitButton>{t("shift_save")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
      <Show when={chapters.length > 0 || data.missing.length > 0}>
        <h3 id="from-log-chapters">{t("moments")}</h3>
        <p class="hint">{t("moments_text")}</p>
        <Form
          name="chapters"
          action={path("chapters")}
          label={t("moments")}
          values={Object.fromEntries(chapters.map(({ id, at }) => [`at.${id}`, at]))}
        >
          <Stood />
          <For each={chapters}>{({ id, label }) => <Hidden name={`called.${id}`} value={label} />}</For>
          <Gone data={data} chapters={chapters} />
          <div class="chapter-moments">
            <For each={chapters}>
              {({ id, at, label, isBehind }) => (
                <Field
                  name={`at.${id}`}
                  label={label}
                  hint={isBehind ? t("behind") : at.startsWith("-") ? t("before") : undefined}
                  maxlength={10}
                />
              )}
            </For>
          </div>
          <Show when={data.missing.length > 0}>
            <h4>{t("without")}</h4>
            <div class="chapter-moments">
              <For each={data.missing}>
                {({ value, label }) => <Field name={`item.${value}`} label={label} maxlength={10} />}
              </For>
            </div>
          </Show>
          <Buttons>
            <SubmitButton>{t("moments_save")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
      <h3>{t("add")}</h3>
      <Form name="chapter" action={path("newChapter")} label={t("add")} values={{ what: "break" }}>
        <Stood shown={{ chapters: shown.chapters }} />
        <Field name="moment" label={t("add_moment")} hint={t("clock_hint")} maxlength={10} required />
        <Select
          name="what"
          label={t("add_what")}
          choices={[
            { value: "break", label: t("what.break") },
            { value: "opening", label: t("what.opening") },
            { value: "other", label: t("what.other") },
            ...data.items,
          ]}
          required
        />
        <BothFields name="title" label={t("add_title")} hint={t("add_title_hint")} maxlength={200} />
        <Buttons>
          <SubmitButton plain>{t("add_save")}</SubmitButton>
        </Buttons>
      </Form>
    </section>
  );
}

/** What was typed for chapters, and for items without one, that somebody has removed meanwhile. */
function Gone(props: { data: RecordingData; chapters: Recording["chapters"] }) {
  const t = useT("recording");
  const { page } = useWorkspace();
  const values = page.form?.name === "chapters" ? page.form.values : {};
  const here = new Set([
    ...props.chapters.map(({ id }) => `at.${id}`),
    ...props.data.missing.map(({ value }) => `item.${value}`),
  ]);
  const called = (name: string) => {
    const id = name.slice(name.indexOf(".") + 1);
    return String(values[`called.${id}`] || props.data.items.find(({ value }) => value === id)?.label || "–");
  };
  const gone = Object.entries(values)
    .filter(([name, value]) => /^(at|item)\./.test(name) && !here.has(name) && String(value).trim())
    .map(([name]) => ({ name, label: called(name) }));
  return (
    <Show when={gone.length > 0}>
      <h4>{t("moments_gone")}</h4>
      <p class="hint">{t("moments_gone_text")}</p>
      <div class="chapter-moments">
        <For each={gone}>
          {({ name, label }) => (
            <>
              <Hidden name={`called.${name.slice(name.indexOf(".") + 1)}`} value={label} />
              <Field name={name} label={label} maxlength={10} />
            </>
          )}
        </For>
      </div>
    </Show>
  );
}
