import { createEffect, createSignal, For, on, onMount, Show } from "solid-js";
import type { ConsoleData } from "../../../server/features/live/live.workspace.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { MeetingLine } from "../meetings/meeting-line.tsx";
import { Page } from "../ui/page.tsx";
import { AgendaPart } from "./agenda-part.tsx";
import { ConsoleProvider, createConsole, useConsole } from "./console.ts";
import { LogPart } from "./log-part.tsx";
import { MeetingButtons, NowPart } from "./now-part.tsx";
import { RoomPart } from "./room-part.tsx";
import { StatusLine } from "./status-line.tsx";
import { WaitingBand } from "./waiting-band.tsx";

/** The console: from here a meeting is run while it sits, on any number of screens at once. */
export default function ConsolePage(props: { data: ConsoleData }) {
  const t = useT("sitting");
  const { locale } = usePage();
  const { meeting } = props.data.view.sheet;
  const course = fillPath(deskPaths.course, { id: meeting.id })[locale];
  return (
    <Page title={t("title")} wide>
      <noscript>
        <p class="note warn">
          {t("without_script")} <a href={course}>{t("to_course")}</a>
        </p>
      </noscript>
      <Show when={!props.data.mayRun}>
        <p class="note">{t("watching")}</p>
      </Show>
      <ConsoleProvider value={createConsole(props.data, locale)}>
        <WhichMeeting />
        <div class="console">
          <StatusLine />
          <WaitingBand />
          <Now />
          <Beside />
        </div>
      </ConsoleProvider>
    </Page>
  );
}

const tabs = ["agenda", "room", "log"] as const;

/** What is looked up: the agenda, who is in the room, the log. One at a time, so that nothing is far away. */
function Beside() {
  const t = useT("sitting");
  const { state, sheet, steps } = useConsole();
  const [shown, show] = createSignal<(typeof tabs)[number]>("agenda");
  const ended = () => sheet().items.filter(({ id }) => state().items.get(id)?.state === "ended").length;
  const counts = {
    agenda: () => `${ended()}/${sheet().items.length}`,
    room: () => (state().roll ? `${state().present}/${sheet().people.length}` : String(sheet().people.length)),
    log: () => String(steps().length),
  };
  return (
    <section class="console-beside" aria-label={t("beside")}>
      <div class="console-tabs">
        <For each={tabs}>
          {(tab) => (
            <button
              type="button"
              aria-expanded={shown() === tab}
              aria-controls={`beside-${tab}`}
              onClick={() => show(tab)}
            >
              {t(tab)} <small>{counts[tab]()}</small>
            </button>
          )}
        </For>
      </div>
      <div id="beside-agenda" hidden={shown() !== "agenda"}>
        <AgendaPart />
      </div>
      <div id="beside-room" hidden={shown() !== "room"}>
        <RoomPart />
      </div>
      <div id="beside-log" hidden={shown() !== "log"}>
        <LogPart />
      </div>
    </section>
  );
}

/** Which meeting it is; how it stands is said below. */
function WhichMeeting() {
  const { sheet } = useConsole();
  return <MeetingLine meeting={sheet().meeting} />;
}

/** Where the next thing to do changed, whoever worked there by keys goes on there. */
function Now() {
  const { state } = useConsole();
  let now: HTMLDivElement | undefined;
  const what = () =>
    [state().phase, state().roll !== null, state().current, state().vote?.id, state().votes.length].join();
  onMount(() =>
    createEffect(
      on(
        what,
        () => {
          const { activeElement } = document;
          // The button that was pressed is gone with what it was for.
          if (!activeElement || activeElement === document.body) now?.querySelector<HTMLElement>("#now-title")?.focus();
        },
        { defer: true },
      ),
    ),
  );
  return (
    <div class="console-now" ref={now}>
      <NowPart />
      <MeetingButtons />
    </div>
  );
}
