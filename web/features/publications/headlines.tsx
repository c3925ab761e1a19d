import { For, Show } from "solid-js";
import { newsKind } from "../../../server/features/publications/news.shared.ts";
import type { PublicationSummary } from "../../../server/features/publications/publications.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { InAlbanian } from "../../ui/only-albanian.tsx";
import { Photo } from "../../ui/photo.tsx";
import { datingOf } from "./dating.ts";
import { FieldValue } from "./field-value.tsx";

/** News and notices: when, what, and in two lines why it matters. */
export function Headlines(props: { items: readonly PublicationSummary[] }) {
  const t = useT("publications");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const details = (item: PublicationSummary) =>
    (newsKind(item.element)?.fields ?? []).filter(({ name, inList }) => inList && item.fields[name] !== undefined);
  return (
    <ul class="news">
      <For each={props.items}>
        {(item) => (
          <li classList={{ illustrated: item.photo !== null }}>
            <div>
              <p class="stamp">
                <span>{datingOf(item)}</span>
                <For each={details(item)}>
                  {(field) => (
                    <span>
                      <Show when={field.kind === "date"}>{t(`field.${field.name}` as "field.number")} </Show>
                      <FieldValue field={field} value={item.fields[field.name]} />
                    </span>
                  )}
                </For>
                <InAlbanian texts={[item.title, item.summary]} />
              </p>
              <h3 lang={lang(item.title)}>
                <a link href={item.url[locale]}>
                  {say(item.title)}
                </a>
              </h3>
              <Show when={item.summary}>{(summary) => <p lang={lang(summary())}>{say(summary())}</p>}</Show>
            </div>
            <Show when={item.photo}>{(photo) => <Photo photo={photo()} sizes="(max-width: 34rem) 7rem, 12rem" />}</Show>
          </li>
        )}
      </For>
    </ul>
  );
}
