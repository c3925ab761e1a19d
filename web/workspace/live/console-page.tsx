import { createEffect, on, onMount } from "solid-js";
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
      <MeetingLine meeting={meeting} />
      <noscript>
        <p class="note warn">
          {t("without_script")} <a href={course}>{t("to_course")}</a>
        </p>
      </noscript>
      {!props.data.mayRun && <p class="note">{t("watching")}</p>}
      <ConsoleProvider value={createConsole(props.data, locale)}>
        <div class="console">
          <StatusLine />
          <WaitingBand />
          <Now />
          <div class="console-beside">
            <AgendaPart />
            <RoomPart />
            <LogPart />
          </div>
        </div>
      </ConsoleProvider>
    </Page>
  );
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
