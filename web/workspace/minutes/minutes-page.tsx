import { Show } from "solid-js";
import { minutesPaths } from "../../../server/features/minutes/minutes.paths.shared.ts";
import type { MinutesData } from "../../../server/features/minutes/minutes-view.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { MeetingLine } from "../meetings/meeting-line.tsx";
import { PaperList } from "../meetings/paper-list.tsx";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { Acts } from "./acts.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import { Steps } from "./steps.tsx";
import { Writing } from "./writing.tsx";

/** The minutes of a meeting, from the draft that its log gives to what the public reads. */
export default function MinutesPage(props: { data: MinutesData }) {
  const t = useT("minutes");
  const { data } = props;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      wide
      done={{
        ...{
          saved: t("done_saved"),
          kept_gone: t("done_kept_gone"),
          drawn: t("done_drawn"),
          offered: t("done_offered"),
          take: t("done_take"),
        },
        ...{ keep: t("done_keep"), back: t("done_back"), approved: t("done_approved") },
        ...{ published: t("done_published"), submitted: t("done_submitted"), act: t("done_act") },
        ...{ file_submitted: t("done_file_submitted"), file_removed: t("done_file_removed") },
      }}
    >
      <MeetingLine meeting={data.meeting} />
      <Show when={data.canDraw} fallback={<p class="note">{t("before")}</p>}>
        <Show when={data.stage === "open"}>
          <p class="note">{t("open")}</p>
        </Show>
        <Show when={data.written} fallback={<Drawing data={data} />}>
          {(written) => (
            <div class="edit">
              <Writing data={data} written={written()} />
              <Steps data={data} written={written()} />
            </div>
          )}
        </Show>
        <Acts data={data} />
        <Attached data={data} />
        <Elsewhere data={data} />
      </Show>
    </Page>
  );
}

/** What the draft will be made of, and what nobody knows. */
function Drawing(props: { data: MinutesData }) {
  const t = useT("minutes");
  const { locale } = usePage();
  const { source, unknown, rights, meeting } = props.data;
  return (
    <section class="next-step" aria-labelledby="drawing">
      <h2 id="drawing">{t("draw_title")}</h2>
      <p>{t(source === "log" ? "draw_from_log" : "draw_from_register")}</p>
      <Unknown unknown={unknown} />
      <Show when={rights.edit}>
        <Form
          name="minutes-drawing"
          action={fillPath(minutesPaths.drawing, { id: meeting.id })[locale]}
          label={t("draw_title")}
        >
          <Buttons>
            <SubmitButton>{t("draw")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
    </section>
  );
}

function Unknown(props: { unknown: MinutesData["unknown"] }) {
  const t = useT("minutes");
  return (
    <Show when={props.unknown.length > 0}>
      <p>
        <b>{t("unknown")}:</b> {props.unknown.map((fact) => t(`unknown.${fact}`)).join("; ")}. {t("unknown_lead")}
      </p>
    </Show>
  );
}

/** What is published already. */
function Attached(props: { data: MinutesData }) {
  const t = useT("minutes");
  return (
    <Show when={props.data.papers.length > 0}>
      <section aria-labelledby="attached">
        <h2 id="attached">{t("public_files")}</h2>
        <PaperList papers={props.data.papers} />
      </section>
    </Show>
  );
}
