import { For, Show } from "solid-js";
import type { TimelineEntry } from "../../../server/features/acts/acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { useActName } from "./act-name.ts";
import { meetingName } from "./meeting-name.ts";

/** How an event looks on the line: what carried the act on, what held it up, what ended it, what is still due. */
function looks({ kind, outcome, isAhead }: TimelineEntry): string {
  if (isAhead) return "ahead";
  if (kind === "repealed" || outcome === "repealed" || outcome === "invalid") return "ended";
  if (["returned", "court", "no_answer"].includes(kind)) return "held";
  if (["adopted", "in_force"].includes(kind)) return "marked";
  return "passed";
}

/** The life of an act as a line: every dated event from the draft on, and what is still to come. */
export function ActLife(props: { entries: readonly TimelineEntry[] }) {
  const t = useT("acts");
  const passed = () => props.entries.filter(({ isAhead }) => !isAhead);
  const ahead = () => props.entries.filter(({ isAhead }) => isAhead);
  return (
    <section aria-labelledby="life">
      <div class="bar">
        <h2 id="life">{t("life")}</h2>
      </div>
      <ol class="life">
        <For each={passed()}>{(entry) => <Event entry={entry} />}</For>
        <Show when={ahead().length > 0}>
          <li class="now">{t("today")}</li>
        </Show>
        <For each={ahead()}>{(entry) => <Event entry={entry} />}</For>
      </ol>
    </section>
  );
}

function Event(props: { entry: TimelineEntry }) {
  const t = useT("acts");
  const { locale } = usePage();
  const atMeeting = meetingName();
  const name = useActName();
  return (
    <li class={looks(props.entry)}>
      <time datetime={props.entry.day}>{formatDay(props.entry.day)}</time>
      <p>
        <b>{t(`life.${props.entry.kind}`)}</b>
        <Show when={props.entry.result}>{(result) => `: ${t(`result.${result()}`)}`}</Show>
      </p>
      <Show when={props.entry.outcome}>{(outcome) => <p>{t(`outcome.${outcome()}`)}</p>}</Show>
      <For each={props.entry.notes}>
        {(note) => <p lang={note[locale] ? undefined : "sq"}>{note[locale] || note.sq}</p>}
      </For>
      <Show when={props.entry.vote}>
        {(vote) => (
          <p>{t("vote_short", { for: vote().for, against: vote().against, abstentions: vote().abstentions })}</p>
        )}
      </Show>
      <Show when={props.entry.meeting}>
        {(meeting) => (
          <p>
            <a link href={meeting().url[locale]}>
              {atMeeting(meeting())}
            </a>
          </p>
        )}
      </Show>
      <Show when={props.entry.act}>
        {(act) => (
          <p>
            <a link href={act().url[locale]}>
              {name(act())}
            </a>
          </p>
        )}
      </Show>
      <Show when={props.entry.protocolNumber}>{(number) => <p>{t("protocol", { number: number() })}</p>}</Show>
    </li>
  );
}
