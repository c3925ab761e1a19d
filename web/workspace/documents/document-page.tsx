import { For, Show } from "solid-js";
import { descriptionOf } from "../../../server/features/documents/description.shared.ts";
import { documentsPaths } from "../../../server/features/documents/documents.paths.shared.ts";
import type { DocumentData } from "../../../server/features/documents/documents.workspace.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatInstantDay, formatSize } from "../../ui/format.ts";
import { Buttons, Form, Stood, SubmitButton } from "../ui/form.tsx";
import { Field, Select } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { FileForm } from "./file-form.tsx";
import { ProposedFile } from "./proposed-file.tsx";
import { ProposingForms } from "./proposing-forms.tsx";
import { Reading } from "./reading.tsx";
import { SameFile } from "./same-file.tsx";
import { Warnings } from "./warnings.tsx";

/** Findings that are shown at once; more would not be read. */
const shownFindings = 40;

/** One document: what it is called, its files, what was found in them, and the ways to replace it. */
export default function DocumentPage(props: { data: DocumentData }) {
  const t = useT("documents");
  const edit = useT("editing");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  const { document, versions, mayEdit } = props.data;
  const at = (path: keyof typeof documentsPaths) => fillPath(documentsPaths[path], { id: document.id })[page.locale];
  const newest = versions.filter(({ version }) => version === document.version);
  const newestRead = versions.find(({ visibility }) => visibility === "public")?.version ?? 0;
  const isEarlier = ({ version, visibility }: (typeof versions)[number]) =>
    visibility === "public" && version < newestRead;
  const found = document.text?.found ?? 0;
  const awaitsRedacted = newest.every(({ visibility }) => visibility === "internal");
  const isHidable = found > 0 && !document.isReleased && newest.every(({ visibility }) => visibility === "public");
  const takesRedacted = mayEdit && (awaitsRedacted || isHidable);
  return (
    <Page
      title={say(document.title)}
      done={{
        ...{ described: t("done_described"), version: t("done_version"), redacted: t("done_redacted") },
        ...{ taken: t("done_taken"), proposed: t("done_proposed") },
        ...{ proposal_returned: edit("done.returned"), proposal_taken_back: edit("done.proposal_taken_back") },
      }}
    >
      <p>
        <a href={documentsPaths.list[page.locale]}>{t("back")}</a>
      </p>
      <p class="tags">
        <span class="tag" classList={{ good: document.isPublic, none: !document.isPublic }}>
          {document.isPublic ? t("state_public") : t("state_not_public")}
        </span>
        <Warnings document={document} />
      </p>
      <Show when={document.sameAs}>
        {(same) => (
          <SameFile same={same()}>
            <Show when={mayEdit && document.carriedBy === null}>
              <a href="#removal">{t("remove")}</a>
            </Show>
          </SameFile>
        )}
      </Show>
      <p class="facts">
        <Show when={document.carriedBy} fallback={t("nowhere")}>
          {(carrier) => (
            <>
              {t(`place_${carrier().entity}`)}: {carrier().title ? say(carrier().title!) : "–"}
            </>
          )}
        </Show>
      </p>

      <Show when={props.data.isForPublishers}>
        <p class="note">{props.data.mayPropose ? t("proposes_file") : edit("changed_by_publishers")}</p>
      </Show>
      <Show when={props.data.proposal}>{(proposal) => <ProposedFile proposal={proposal()} />}</Show>
      <section aria-labelledby="files">
        <h2 id="files">{t("versions")}</h2>
        <Show when={document.earlier.length > 0}>
          <p class="note warn">{t(document.isReleased ? "earlier_found" : "earlier_found_draft")}</p>
        </Show>
        <ul class="desk-documents">
          <For each={versions}>
            {(file) => (
              <li>
                <div>
                  <a href={`/api/v1/admin/documents/${document.id}/${file.version}/${file.visibility}`}>
                    {t("open_file", { name: file.fileName })}
                  </a>
                  <p class="facts">
                    {t("version", { version: file.version })}, {formatSize(file.size, page.locale)},{" "}
                    {formatInstantDay(file.uploadedAt)}
                    <Show when={file.visibility === "internal"}> · {t("state_internal")}</Show>
                  </p>
                  <p class="facts">{t(`virus_${file.virus ?? "unknown"}`)}</p>
                  <Show when={file.text && file.text.state !== "not_asked"}>
                    <p class="facts">
                      {file.text!.state === "unread"
                        ? t(`text_unread_${file.text!.reason!}`)
                        : t(`text_${file.text!.state as "text"}`)}
                      <Show when={file.text!.pages !== null && file.text!.pagesRead! < file.text!.pages!}>
                        {" "}
                        {t("pages_read", { read: file.text!.pagesRead!, pages: file.text!.pages! })}
                      </Show>
                    </p>
                  </Show>
                  <Show when={isEarlier(file)}>
                    <Show when={file.text && file.text.found > 0}>
                      <p class="tags">
                        <span class="tag warn">{t("warn_persons", { count: file.text!.found })}</span>
                      </p>
                    </Show>
                    <Show when={mayEdit}>
                      <Form
                        name="take-version"
                        id={`take-version-${file.version}`}
                        action={
                          fillPath(documentsPaths.takeVersion, { id: document.id, version: String(file.version) })[
                            page.locale
                          ]
                        }
                        label={`${t("take_version")}: ${t("version", { version: file.version })}`}
                      >
                        <Buttons>
                          <SubmitButton plain>{t("take_version")}</SubmitButton>
                        </Buttons>
                      </Form>
                    </Show>
                  </Show>
                  <Show when={file.reading}>{(reading) => <Reading reading={reading()} />}</Show>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>

      <Show when={document.text && document.text.found > 0}>
        <section aria-labelledby="persons">
          <h2 id="persons">{t("persons")}</h2>
          <p>{t("persons_lead")}</p>
          <p class="note warn">
            {t(takesRedacted ? "persons_do" : document.isReleased ? "persons_do_public" : "persons_do_replace")}{" "}
            <Show when={takesRedacted}>
              <a href="#file-redacted-title">{t("redact")}</a>
            </Show>
          </p>
          <ul class="findings">
            <For each={document.text!.findings.slice(0, shownFindings)}>
              {({ kind, hint, need, page: number, sureness }) => (
                <li>
                  {t(`found_${kind}`, { hint, need: need ? t(`need_${need}`) : "" })}
                  <Show when={number !== null}>, {t("on_page", { page: number! })}</Show>{" "}
                  <small>({t(`sure_${sureness}`)})</small>
                </li>
              )}
            </For>
          </ul>
          <Show when={document.text!.found > shownFindings}>
            <p>{t("persons_more", { more: document.text!.found - shownFindings })}</p>
          </Show>
        </section>
      </Show>

      <Show when={props.data.mayPropose}>
        <ProposingForms data={props.data} takesRedacted={awaitsRedacted} />
      </Show>
      <Show when={mayEdit}>
        <section aria-labelledby="naming">
          <h2 id="naming">{t("describe")}</h2>
          <Form name="describe" action={at("one")} values={descriptionOf(document)}>
            <Stood />
            <Field
              name="title.sq"
              label={t("field_title_sq")}
              hint={document.guessed.includes("title") ? t("guess_hint") : undefined}
              maxlength={300}
              required
            />
            <Field name="title.en" label={t("field_title_en")} maxlength={300} />
            <Select
              name="language"
              label={t("field_language")}
              hint={document.guessed.includes("language") ? t("guess_hint") : undefined}
              choices={(["sq", "en", "mul"] as const).map((value) => ({ value, label: t(`language_${value}`) }))}
              required
            />
            <Buttons>
              <SubmitButton>{t("save")}</SubmitButton>
            </Buttons>
          </Form>
        </section>

        <Show when={takesRedacted}>
          <FileForm
            name="redacted"
            action={`${at("version")}?as=redacted`}
            title={t("redact")}
            hint={t("redact_hint")}
            once={props.data.once}
          />
        </Show>
        <FileForm
          name="version"
          action={`${at("version")}?as=version`}
          title={t("replace")}
          hint={t("replace_hint")}
          once={props.data.once}
        />

        <Show when={document.carriedBy === null}>
          <section aria-labelledby="removal">
            <h2 id="removal">{t("remove")}</h2>
            <p class="hint">{t("remove_hint")}</p>
            <Form name="remove" action={at("remove")}>
              <Buttons>
                <SubmitButton danger>{t("remove")}</SubmitButton>
              </Buttons>
            </Form>
          </section>
        </Show>
      </Show>
    </Page>
  );
}
