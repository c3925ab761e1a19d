import { For, Show } from "solid-js";
import type { ComparedFile, ProposedFileView } from "../../../server/features/documents/proposed-file-view.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay, formatSize, formatTime } from "../../ui/format.ts";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { TextArea } from "../ui/form-fields.tsx";
import { useWorkspace } from "../workspace.tsx";

/** A file that somebody has proposed, beside the one that stands there: it is let in, given back or taken back. */
export function ProposedFile(props: { proposal: ProposedFileView }) {
  const t = useT("documents");
  const edit = useT("editing");
  const { as, by, at, note, isOwn, returned, stands, proposed, persons, isOvertaken } = props.proposal;
  const { version, stood, letIn, giveBack } = props.proposal;
  const time = `${formatInstantDay(at)}, ${formatTime(at)}`;
  const letInLabel = t(as === "version" ? "let_in_version" : "let_in_redacted");
  const giving = isOwn ? "take_back_proposal" : "give_back_proposal";
  return (
    <section class="proposal" aria-labelledby="proposal">
      <h2 id="proposal">{t(as === "version" ? "proposed_version" : "proposed_redacted")}</h2>
      <p>
        {isOwn ? t("proposed_own", { time }) : t("proposed_by", { name: by, time })} <Show when={note}>“{note}”</Show>
      </p>
      <Show when={returned}>
        {(word) => <p class="note warn">{edit("returned", { name: word().by, note: word().note })}</p>}
      </Show>
      <Show when={isOvertaken}>
        <p class="note warn">{t("proposed_overtaken")}</p>
      </Show>
      <div class="compared">
        <Show when={stands}>
          {(file) => (
            <Compared
              file={file()}
              title={t(file().visibility === "public" ? "compared_public" : "compared_original", {
                version: file().version,
              })}
            />
          )}
        </Show>
        <Compared file={proposed} title={t("compared_proposed")} />
      </div>
      <Show when={!returned}>
        <Show when={persons.length > 0} fallback={<p class="hint">{t("proposed_no_persons")}</p>}>
          <p class="note warn">{t("proposed_persons")}</p>
          <ul class="findings">
            <For each={persons}>
              {({ label, what }) => (
                <li>
                  <b>{label}</b>: {what}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
      <Show when={letIn}>
        {(action) => (
          <Form name="let-in" action={action()} label={letInLabel}>
            <Hidden name="proposal" value={version} />
            <Hidden name="asSeen" value={stood} />
            <Buttons>
              <SubmitButton>{letInLabel}</SubmitButton>
            </Buttons>
          </Form>
        )}
      </Show>
      <Show when={giveBack}>
        {(action) => (
          <Form name="give-back" action={action()} label={edit(giving)}>
            <Hidden name="proposal" value={version} />
            <Show when={!isOwn}>
              <TextArea name="note" label={edit("give_back_note")} rows={2} maxlength={1_000} required />
            </Show>
            <Buttons>
              <SubmitButton plain>{edit(giving)}</SubmitButton>
            </Buttons>
          </Form>
        )}
      </Show>
    </section>
  );
}

/** What is known of one of the two. */
function Compared(props: { file: ComparedFile; title: string }) {
  const t = useT("documents");
  const { page } = useWorkspace();
  const { fileName, href, size, at, virus, text } = props.file;
  const language = text?.language;
  return (
    <div>
      <h3>{props.title}</h3>
      <p>
        <Show when={href} fallback={<b>{fileName}</b>}>
          {(to) => <a href={to()}>{t("open_file", { name: fileName })}</a>}
        </Show>
      </p>
      <p class="facts">
        <Show when={size !== null} fallback={t("proposed_gone")}>
          {formatSize(size!, page.locale)}, {formatInstantDay(at)}
          <Show when={text?.pages}>{(pages) => <>, {t("pages", { count: pages() })}</>}</Show>
          <Show when={language}>{(one) => <>, {t(`language_${one()}`)}</>}</Show>
        </Show>
      </p>
      <Show when={size !== null}>
        <p class="facts">{t(`virus_${virus ?? "unknown"}`)}</p>
        <Show when={text && text.state !== "not_asked"}>
          <p class="facts">
            {text!.state === "unread" ? t(`text_unread_${text!.reason!}`) : t(`text_${text!.state as "text"}`)}
          </p>
        </Show>
      </Show>
    </div>
  );
}
