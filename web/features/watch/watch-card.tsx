import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { Watched } from "../../../server/features/following/following.schema.ts";
import { followingApi } from "../../lib/api.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatTime } from "../../ui/format.ts";

/** How often the item under discussion is asked for, in milliseconds; pages that nobody looks at do not ask. */
const askEvery = 20_000;

/**
 * That a meeting sits, or is about to, above every page of the council. The page itself says so for as long as that holds;
 * the item under discussion moves faster and is fetched beside it.
 */
export default function WatchCard(props: { first: Watched }) {
  const t = useT("watch");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const [moving, setMoving] = createSignal<Watched | null>();
  const shown = () => (moving() === undefined ? props.first : moving());
  const now = () => moving() ?? undefined;
  const ask = async () => {
    if (document.visibilityState === "hidden") return;
    const answer = await followingApi.index.$get();
    if (answer.ok) setMoving((await answer.json()).meetings[0] ?? null);
  };
  onMount(() => {
    const asking = () => void ask().catch(() => {});
    // Before it begins nothing moves: what the page said holds.
    if (props.first.phase !== "waiting") asking();
    const timer = setInterval(asking, askEvery * (0.8 + Math.random() * 0.4));
    onCleanup(() => clearInterval(timer));
  });
  const state = () => {
    const { phase, isLate, startsAt } = shown()!;
    if (phase === "waiting") return t(isLate ? "late" : "waiting", { time: formatTime(startsAt) });
    return t(`${phase as "open"}`);
  };
  return (
    <Show when={shown()}>
      {(meeting) => (
        <aside class="watch" aria-label={t("now")}>
          <div class="wrap">
            <p class={`tag ${meeting().phase === "waiting" ? "wait" : "on-air"}`}>{state()}</p>
            <p class="watch-what">
              <b lang={lang(meeting().name)}>{say(meeting().name)}</b>
              <Show when={now()?.current}>
                {(item) => (
                  <span>
                    {t("item", { number: item().number })} <span lang={lang(item().title)}>{say(item().title)}</span>
                  </span>
                )}
              </Show>
              <Show when={now()?.isVoting}>
                <span class="watch-vote">{t("voting")}</span>
              </Show>
            </p>
            <a href={meeting().url[locale]}>{t("follow")}</a>
          </div>
        </aside>
      )}
    </Show>
  );
}
