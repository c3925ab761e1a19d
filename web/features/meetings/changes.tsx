import { For, Show } from "solid-js";
import type { MeetingChangeView } from "../../../server/features/meetings/meeting-view.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import type { ShownMeeting } from "./meetings-query.ts";

/** What is different from the notice, each time with the day and the reason, the last first. */
export function Changes(props: { changes: ShownMeeting["changes"] }) {
  const t = useT("meetings");
  const { say, lang } = useLocalized();
  const told = useTold();
  return (
    <section aria-labelledby="changes">
      <div class="bar">
        <h2 id="changes">{t("changes")}</h2>
      </div>
      <Show when={props.changes.length > 0} fallback={<p class="aside">{t("changes_none")}</p>}>
        <ol class="changes">
          <For each={props.changes}>
            {(version) => (
              <li>
                <time datetime={version.at}>
                  {formatInstantDay(version.at)}, {t("hour", { time: formatTime(version.at) })}
                </time>
                <ul>
                  <For each={version.changes}>{(change) => <li>{told(change)}</li>}</For>
                </ul>
                <Show when={version.reason}>
                  {(reason) => (
                    <p class="soft">
                      {t("change_reason")} <span lang={lang(reason())}>{say(reason())}</span>
                    </p>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  );
}

/** One change as a sentence. */
function useTold() {
  const t = useT("meetings");
  const { say } = useLocalized();
  const instant = (text: string) => `${formatInstantDay(text)}, ${t("hour", { time: formatTime(text) })}`;
  return ({ what, number, from, to }: MeetingChangeView): string => {
    const isTime = what === "begins" || what === "ends";
    const value = (text: typeof from) => {
      const said = say(text);
      return said ? (isTime ? instant(said) : said) : t("nothing");
    };
    const sentence = t(`change.${what}`, { number, from: value(from), to: value(to) });
    return number && what.startsWith("document") ? t("change_of_item", { number, change: sentence }) : sentence;
  };
}
