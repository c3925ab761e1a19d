import { Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { PublicationSummary } from "../../../server/features/publications/publications.schema.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { DateBlock } from "../../ui/date-block.tsx";
import { InAlbanian } from "../../ui/only-albanian.tsx";
import { Photo } from "../../ui/photo.tsx";

/** The newest of all: its day, what it is, and a picture if there is one. */
export function LeadStory(props: { item: PublicationSummary }) {
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <article class="lead-story" classList={{ pictured: props.item.photo !== null }}>
      <Show when={props.item.date}>{(date) => <DateBlock date={date()} />}</Show>
      <div>
        <p class="kicker">
          {elementByCode(props.item.element as never).short[locale]}{" "}
          <InAlbanian texts={[props.item.title, props.item.summary]} />
        </p>
        <h3 lang={lang(props.item.title)}>
          <a link href={props.item.url[locale]}>
            {say(props.item.title)}
          </a>
        </h3>
        <Show when={props.item.summary}>{(summary) => <p lang={lang(summary())}>{say(summary())}</p>}</Show>
      </div>
      <Show when={props.item.photo}>
        {(photo) => <Photo photo={photo()} sizes="(max-width: 56rem) 100vw, 24rem" first />}
      </Show>
    </article>
  );
}
