import { For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { Linked } from "./linked.tsx";
import type { Names, Rules, ShownItem } from "./meetings-query.ts";
import { PaperList } from "./paper-list.tsx";
import { ResultTag } from "./stage-tag.tsx";
import { Vote } from "./vote.tsx";

/** One item with everything below it: whose it is, its papers, the vote, and the act that came of it. */
export function AgendaItem(props: { item: ShownItem; names: Names; rules: Rules }) {
  const t = useT("meetings");
  const matters = useT("matters");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const item = () => props.item;
  /** The acts that came of it, its draft, and its moment in the recording. */
  const links = () => {
    const { acts, draftAct, moment } = item();
    return [
      ...acts.map(({ url, type, number, adoptedOn }) => {
        const date = formatDay(adoptedOn);
        return [url, t("act", { type: matters(`type.${type}`), number, date })] as const;
      }),
      ...(draftAct ? [[draftAct.url, t("draft")] as const] : []),
      ...(moment ? [[moment.url, t("watch")] as const] : []),
    ];
  };
  return (
    <li id={item().anchor} class="item" classList={{ "sub-item": item().depth === 2, "deep-item": item().depth === 3 }}>
      <span class="item-number" aria-hidden="true">
        {item().number}
      </span>
      <div>
        <h3>
          {/* Whoever listens from heading to heading hears the number as well. */}
          <span class="hidden-visually">{item().number}. </span>
          <span lang={lang(item().title)}>{say(item().title)}</span>
        </h3>
        <p class="stamp">
          <Show when={item().result}>{(result) => <ResultTag result={result()} />}</Show>
          <span>{t(`item.${item().kind}`)}</span>
          <Show when={item().protocolNumber}>{(number) => <span>{t("protocol", { number: number() })}</span>}</Show>
          <Show when={item().isAddedLater}>
            <span class="tag warn">{t("added_later")}</span>
          </Show>
        </p>
        <Show when={item().summary}>{(summary) => <p lang={lang(summary())}>{say(summary())}</p>}</Show>
        <Proposer item={item()} />
        <Show when={item().resultNote}>{(note) => <p lang={lang(note())}>{say(note())}</p>}</Show>
        <Show when={links().length > 0}>
          <ul class="item-links">
            <For each={links()}>
              {([url, text]) => (
                <li>
                  <a link={url !== item().moment?.url || undefined} href={url[locale]}>
                    {text}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={item().documents.length > 0} fallback={<p class="soft small">{t("no_papers")}</p>}>
          <PaperList documents={item().documents} />
        </Show>
        <For each={item().votes}>
          {(vote) => (
            <Vote
              number={item().number}
              vote={vote}
              isOneOfMany={item().votes.length > 1}
              names={props.names}
              rules={props.rules}
            />
          )}
        </For>
      </div>
    </li>
  );
}

/** As the papers print it, else who or what kind of proposer it was. */
function Proposer(props: { item: ShownItem }) {
  const t = useT("meetings");
  const matters = useT("matters");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const named = () => {
    const { person, body } = props.item.proposer ?? {};
    if (person) return { name: person.name, path: person.url?.[locale] };
    return body ? { name: say(body.name), path: body.url?.[locale] } : undefined;
  };
  return (
    <Show when={props.item.proposer}>
      {(proposer) => (
        <p class="small">
          <span class="soft">{t("proposer")}</span>{" "}
          <Show
            when={named()}
            fallback={
              <span lang={lang(proposer().text)}>
                {say(proposer().text) || (proposer().kind && matters(`proposer.${proposer().kind!}`))}
              </span>
            }
          >
            {(who) => <Linked name={who().name} path={who().path} />}
          </Show>
        </p>
      )}
    </Show>
  );
}
