import { For, Show } from "solid-js";
import { auditPaths } from "../../../server/features/audit/audit.paths.shared.ts";
import type { AuditView } from "../../../server/features/audit/audit.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterForm, TextFilter } from "../../ui/filters.tsx";
import { formatInstantDay, formatNumber, formatTime } from "../../ui/format.ts";
import { Pagination } from "../../ui/pagination.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

export default function AuditPage(props: { data: AuditView }) {
  const t = useT("audit");
  const { page } = useWorkspace();
  const whoOf = ({ by, who }: AuditView["changes"][number]) => {
    if (by === "operator") return t("operator", { name: who });
    return by === "account" ? who : t("system", { name: who });
  };
  const path = auditPaths.audit[page.locale];
  const chosen = new URLSearchParams(props.data.query);
  const address = (number: number) => {
    const query = new URLSearchParams(chosen);
    if (number > 1) query.set("page", String(number));
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return (
    <Page title={t("title")} lead={t("lead")} wide>
      <FilterForm path={path} chosen={chosen}>
        <DayFilter name="from" label={t("from")} value={props.data.filters.from} />
        <DayFilter name="until" label={t("until")} value={props.data.filters.until} />
        <TextFilter name="who" label={t("who")} chosen={chosen} />
        <div class="field wide">
          <label for="subject">{t("subject")}</label>
          <select id="subject" name="subject">
            <option value="">{t("any_subject")}</option>
            <For each={props.data.subjects}>
              {({ code, name }) => (
                <option value={code} selected={code === props.data.filters.subject}>
                  {name}
                </option>
              )}
            </For>
          </select>
        </div>
      </FilterForm>
      <div class="found">
        <h2>{t("found", { count: props.data.total, number: formatNumber(props.data.total, page.locale) })}</h2>
        <a href={auditPaths.csv[page.locale] + props.data.query}>{t("csv")}</a>
      </div>
      <Show when={props.data.changes.length > 0} fallback={<EmptyState title={t("nothing")} rank="h3" />}>
        <ol class="changes">
          <For each={props.data.changes}>
            {(change) => (
              <li>
                <p class="stamp">
                  <time datetime={change.at}>
                    {t("when", { day: formatInstantDay(change.at), time: formatTime(change.at) })}
                  </time>
                  <span>{whoOf(change)}</span>
                </p>
                <p>
                  <b>{change.deed}</b>{" "}
                  <Show when={change.edited} fallback={<span class="breaking">{change.thing}</span>}>
                    {(href) => <a href={href()}>{change.thing ?? t("open")}</a>}
                  </Show>
                </p>
                <Show when={change.reason}>
                  <p class="hint">{t("reason", { reason: change.reason! })}</p>
                </Show>
                <Show when={change.differences.length > 0}>
                  <details>
                    <summary>{t("fields", { count: change.differences.length })}</summary>
                    <dl class="differences">
                      <For each={change.differences}>
                        {(difference) => (
                          <div>
                            <dt>{difference.field}</dt>
                            <dd>
                              <Show when={difference.before !== null} fallback={<span>{t("was_nothing")}</span>}>
                                <del class="as-written">{difference.before}</del>
                              </Show>
                            </dd>
                            <dd>
                              <Show when={difference.after !== null} fallback={<span>{t("is_nothing")}</span>}>
                                <ins class="as-written">{difference.after}</ins>
                              </Show>
                            </dd>
                          </div>
                        )}
                      </For>
                    </dl>
                  </details>
                </Show>
              </li>
            )}
          </For>
        </ol>
        <Pagination page={props.data.page} pages={props.data.pages} address={address} />
      </Show>
    </Page>
  );
}

const DayFilter = (props: { name: string; label: string; value: string | null }) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <input id={props.name} name={props.name} type="date" value={props.value ?? ""} />
  </div>
);
