import { Show } from "solid-js";
import type { Discussion } from "../../../server/features/draft-acts/draft-acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";

/** The meetings on whose agendas a draft act stands or stood, and what each did with it. */
export function Discussions(props: { discussions: readonly Discussion[] }) {
  const t = useT("drafts");
  const meetings = useT("meetings");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <section aria-labelledby="discussed">
      <div class="bar">
        <h2 id="discussed">{t("discussed")}</h2>
      </div>
      <Show when={props.discussions.length > 0} fallback={<p class="aside">{t("discussed_none")}</p>}>
        <RegisterTable
          caption={t("discussed")}
          rows={props.discussions}
          columns={[
            {
              label: t("meeting"),
              cell: ({ meeting }) => (
                <>
                  <a link href={meeting.url[locale]}>
                    {meetings(`kind.${meeting.kind}`)}
                  </a>
                  <p lang={lang(meeting.body)}>{say(meeting.body)}</p>
                </>
              ),
            },
            { label: t("when"), cell: ({ meeting }) => formatDay(meeting.day) },
            { label: t("item"), cell: ({ number }) => number },
            {
              label: t("result"),
              cell: ({ result, meeting }) =>
                result ? t(`result.${result}`) : <span class="soft">{meetings(`stage.${meeting.stage}`)}</span>,
            },
          ]}
        />
      </Show>
    </section>
  );
}
