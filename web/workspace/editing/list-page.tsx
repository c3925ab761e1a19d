import { For, Show } from "solid-js";
import type { ListPageData } from "../../../server/features/editing/editing.view.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { Pagination } from "../../ui/pagination.tsx";
import { Page } from "../ui/page.tsx";
import { useDone } from "./done.ts";

/** All things of one kind, those that were changed last at the head. */
export default function ListPage(props: { data: ListPageData }) {
  const t = useT("editing");
  const { data } = props;
  const address = (page: number) => {
    const query = new URLSearchParams(Object.entries(data.filters).filter(([, value]) => value !== ""));
    if (page > 1) query.set("page", String(page));
    return `${data.path}?${query}`;
  };
  return (
    <Page title={data.title} lead={data.lead} wide done={useDone()}>
      <form class="filters" method="get" action={data.path} aria-label={t("filter")}>
        <div class="field wide">
          <label for="q">{t("search")}</label>
          <input id="q" name="q" type="search" maxlength="200" value={data.filters.q} />
        </div>
        <Chooser name="state" label={t("state")} any={t("any")} value={data.filters.state} choices={data.states} />
        <Chooser name="only" label={t("collection")} any={t("any")} value={data.filters.only} choices={data.kinds} />
        <Show when={data.way}>
          {(way) => (
            <Chooser
              name="stage"
              label={way().label}
              any={t("any")}
              value={data.filters.stage}
              choices={way().stages}
            />
          )}
        </Show>
        <p class="send">
          <button class="button plain" type="submit">
            {t("filter_send")}
          </button>
        </p>
      </form>
      <div class="found">
        <h2>{t("found", { count: data.total })}</h2>
        <For each={data.fresh}>
          {({ href, label }) => (
            <a class="button" href={href}>
              {label}
            </a>
          )}
        </For>
        <For each={data.besides}>{({ href, label }) => <a href={href}>{label}</a>}</For>
        <Show when={data.isAsking}>
          <p class="hint">{t(data.fresh.length > 0 ? "choose_another" : "choose_collection")}</p>
        </Show>
      </div>
      <Show when={data.items.length > 0} fallback={<EmptyState title={t("nothing")} rank="h3" />}>
        <table class="register">
          <thead>
            <tr>
              <th scope="col">{data.titleColumn}</th>
              <th scope="col">{t("state")}</th>
              <Show when={data.way}>{(way) => <th scope="col">{way().label}</th>}</Show>
              <th scope="col">{t("changed_column")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={data.items}>
              {(item) => (
                <tr>
                  <th scope="row">
                    <a href={item.href} lang={item.lang}>
                      {item.title}
                    </a>
                  </th>
                  <td data-label={t("state")}>
                    <Show when={item.tag}>{(tag) => <span class={`tag ${tag().tone}`}>{tag().word}</span>}</Show>
                  </td>
                  <Show when={item.stage}>
                    {(stage) => (
                      <td data-label={data.way?.label}>
                        <a href={stage().href}>{stage().word}</a>
                      </td>
                    )}
                  </Show>
                  <td data-label={t("changed_column")}>
                    <time datetime={item.updatedAt}>
                      {formatInstantDay(item.updatedAt)}, {formatTime(item.updatedAt)}
                    </time>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <Pagination page={data.page} pages={data.pages} address={address} />
    </Page>
  );
}

function Chooser(props: {
  name: string;
  label: string;
  any: string;
  value: string;
  choices: readonly { value: string; label: string }[];
}) {
  return (
    <Show when={props.choices.length > 0}>
      <div class="field">
        <label for={props.name}>{props.label}</label>
        <select id={props.name} name={props.name}>
          <option value="">{props.any}</option>
          <For each={props.choices}>
            {({ value, label }) => (
              <option value={value} selected={value === props.value}>
                {label}
              </option>
            )}
          </For>
        </select>
      </div>
    </Show>
  );
}
