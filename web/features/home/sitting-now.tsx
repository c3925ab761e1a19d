import type { CouncilWork } from "../../../server/features/home/home.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatTime } from "../../ui/format.ts";

/** That a meeting is open at this moment, and the way to its agenda. */
export function SittingNow(props: { meeting: NonNullable<CouncilWork["sitting"]> }) {
  const t = useT("home");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <section class="sitting" aria-label={t("sitting")}>
      <p class="tag">{t("sitting")}</p>
      <p>
        <a link href={props.meeting.url[locale]}>
          <b lang={lang(props.meeting.body)}>{say(props.meeting.body)}</b>
          {": "}
          {say(props.meeting.title) || t(`meeting.${props.meeting.kind}`)}
        </a>{" "}
        <span>{t("sitting_since", { time: formatTime(props.meeting.startsAt) })}</span>
      </p>
    </section>
  );
}
