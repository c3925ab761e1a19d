import { Show } from "solid-js";
import type { OwnDay } from "../../../server/features/own-profile/own-day.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { OwnMeetings, OwnProfile } from "./own-parts.tsx";

/** The first screen of a councillor: the page of their own, and the meetings that come with their papers. */
export default function OwnDayPage(props: { data: OwnDay }) {
  const t = useT("profile");
  const ofDay = useT("day");
  const { data } = props;
  return (
    <Page
      title={ofDay("title")}
      lead={data.profile ? t("lead") : undefined}
      wide
      done={{ welcome: ofDay("done_welcome") }}
    >
      <Show
        when={data.profile}
        fallback={
          <EmptyState title={data.isCouncillor ? t("not_linked") : t("no_work")}>
            <p>{data.isCouncillor ? t("not_linked_text") : t("no_work_text")}</p>
          </EmptyState>
        }
      >
        {(profile) => (
          <div class="day">
            <div>
              <OwnProfile profile={profile()} />
            </div>
            <aside>
              <OwnMeetings meetings={data.meetings} />
            </aside>
          </div>
        )}
      </Show>
    </Page>
  );
}
