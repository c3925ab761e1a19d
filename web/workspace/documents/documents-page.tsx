import { createSignal, For, Show } from "solid-js";
import { documentsPaths, documentViews } from "../../../server/features/documents/documents.paths.shared.ts";
import type { DocumentsData } from "../../../server/features/documents/documents.workspace.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay, formatSize } from "../../ui/format.ts";
import { Pagination } from "../../ui/pagination.tsx";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { UploadBox } from "../ui/upload/upload-box.tsx";
import { useWorkspace } from "../workspace.tsx";
import { SameFile } from "./same-file.tsx";
import { Warnings } from "./warnings.tsx";

/** Every document of the council, the way in for more, and what to look at in each. */
export default function DocumentsPage(props: { data: DocumentsData }) {
  const t = useT("documents");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  const { data } = props;
  const [arrived, setArrived] = createSignal(0);
  const list = documentsPaths.list[page.locale];
  const hrefOf = (id: string) => fillPath(documentsPaths.one, { id })[page.locale];
  const address = (number: number) => {
    const chosen = new URLSearchParams({
      ...(data.view !== "all" && { view: data.view }),
      ...(data.words && { q: data.words }),
    });
    if (number > 1) chosen.set("page", String(number));
    return `${list}${chosen.size > 0 ? `?${chosen}` : ""}`;
  };
  return (
    <Page title={t("title")} lead={t("lead")} wide done={{ uploaded: t("done_uploaded"), removed: t("done_removed") }}>
      <Show when={data.sent.length > 0}>
        <section
          class={data.sent.some(({ problem }) => problem !== null) ? "problem" : "note warn"}
          role="alert"
          aria-labelledby="sent"
        >
          <h2 id="sent">{t("upload_sent")}</h2>
          <ul>
            <For each={data.sent}>
              {({ name, documentId, problem, sameAs }) => (
                <li>
                  <Show when={documentId} fallback={<b>{name}</b>}>
                    {(id) => <a href={hrefOf(id())}>{name}</a>}
                  </Show>
                  : {problem ?? t("state_done")}
                  <Show when={sameAs}>
                    {(same) => (
                      <>
                        <SameFile same={same()}>{t("same_kept")}</SameFile>
                        <Form
                          name="remove"
                          id={`remove-${documentId!}`}
                          action={fillPath(documentsPaths.remove, { id: documentId! })[page.locale]}
                          label={`${t("same_remove")}: ${name}`}
                        >
                          <Buttons>
                            <SubmitButton plain>{t("same_remove")}</SubmitButton>
                          </Buttons>
                        </Form>
                      </>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>

      <Show when={data.mayEdit}>
        <section aria-labelledby="upload">
          <h2 id="upload">{t("upload")}</h2>
          <UploadBox
            action={documentsPaths.upload[page.locale]}
            purpose={{ as: "document" }}
            values={{ form: data.once }}
            hrefOf={hrefOf}
            onDone={() => setArrived((count) => count + 1)}
            onRemoved={() => setArrived((count) => count - 1)}
          />
        </section>
      </Show>

      <section aria-labelledby="all">
        <div class="bar">
          <h2 id="all">{t("count", { count: data.total + arrived() })}</h2>
        </div>
        <form class="filters" method="get" action={list}>
          <div class="field wide">
            <label for="q">{t("search")}</label>
            <input id="q" name="q" type="search" value={data.words} />
          </div>
          <div class="field">
            <label for="view">{t("view_label")}</label>
            <select id="view" name="view">
              <For each={documentViews}>
                {(view) => (
                  <option value={view} selected={view === data.view}>
                    {t(`view_${view}`)}
                  </option>
                )}
              </For>
            </select>
          </div>
          <p class="send">
            <button class="button plain" type="submit">
              {t("search_go")}
            </button>
          </p>
        </form>
        <Show when={data.items.length > 0} fallback={<EmptyState title={t("nothing")} rank="h3" />}>
          <ul class="desk-documents">
            <For each={data.items}>
              {(document) => (
                <li>
                  <div>
                    <a href={hrefOf(document.id)}>{say(document.title)}</a>
                    <p class="facts">
                      {document.fileName}, {formatSize(document.size, page.locale)},{" "}
                      {formatInstantDay(document.uploadedAt)}
                      <Show when={document.guessed.length > 0}> · {t("guessed")}</Show>
                    </p>
                  </div>
                  <p class="facts">
                    <Show when={document.carriedBy} fallback={t("nowhere")}>
                      {(carrier) => (
                        <>
                          {t(`place_${carrier().entity}`)}: {carrier().title ? say(carrier().title!) : "–"}
                        </>
                      )}
                    </Show>
                  </p>
                  <p class="tags">
                    <span class="tag" classList={{ good: document.isPublic, none: !document.isPublic }}>
                      {document.visibility === "internal"
                        ? t("state_internal")
                        : document.isPublic
                          ? t("state_public")
                          : t("state_not_public")}
                    </span>
                    <Warnings document={document} />
                    <Show when={document.sameAs}>
                      <span class="tag warn">{t("same_file_short")}</span>
                    </Show>
                  </p>
                </li>
              )}
            </For>
          </ul>
          <Pagination page={data.page} pages={data.pages} address={address} />
        </Show>
      </section>
    </Page>
  );
}
