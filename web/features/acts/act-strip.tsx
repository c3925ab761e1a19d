import { Show } from "solid-js";
import type { Act } from "../../../server/features/acts/acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatSize } from "../../ui/format.ts";
import { ForceTag, PrefectTag } from "./act-tags.tsx";

const papers = ["redacted", "signed", "text"] as const;

/** The answers that most come for, in one row: does it hold, who was for it, what the prefect said, the paper. */
export function ActStrip(props: { act: Act }) {
  const t = useT("acts");
  const { locale } = usePage();
  const paper = () => papers.map((role) => props.act.documents.find((one) => one.role === role)).find(Boolean);
  const kind = (fileName: string) => fileName.slice(fileName.lastIndexOf(".") + 1).toUpperCase();
  return (
    <dl class="act-strip" aria-label={t("strip")}>
      <div>
        <dt>{t("state")}</dt>
        <dd>
          <ForceTag act={props.act} />
          <a class="small" href="#life">
            {t("life")}
          </a>
        </dd>
      </div>
      <div>
        <dt>{t("adopted")}</dt>
        <dd>
          <time datetime={props.act.adoptedOn}>{formatDay(props.act.adoptedOn)}</time>
          <Show when={props.act.vote}>
            {(vote) => (
              <a class="small" href="#vote">
                {t("vote_short", { for: vote().for, against: vote().against, abstentions: vote().abstentions })}
              </a>
            )}
          </Show>
        </dd>
      </div>
      <div>
        <dt>
          <a href="#review">{t("review")}</a>
        </dt>
        <dd>
          <PrefectTag state={props.act.prefectState} />
        </dd>
      </div>
      <Show when={paper()}>
        {(file) => (
          <div>
            <dt>{t("column_paper")}</dt>
            <dd>
              <a class="download" href={file().url}>
                {kind(file().fileName)}, {formatSize(file().size, locale)}
              </a>
            </dd>
          </div>
        )}
      </Show>
    </dl>
  );
}
