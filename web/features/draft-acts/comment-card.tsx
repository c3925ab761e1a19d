import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { DraftAct, ExplainedPeriod } from "../../../server/features/draft-acts/draft-acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { DueDate } from "../../ui/due-date.tsx";
import { Prose } from "../../ui/prose.tsx";
import { CouncilContacts } from "../site/council-contacts.tsx";
import { getCouncil } from "../site/council-query.ts";

/** While comments are awaited: until when, how that was counted, and how one comments on paper and by e-mail. */
export function CommentCard(props: { draftAct: DraftAct; period: ExplainedPeriod }) {
  const t = useT("drafts");
  const council = createAsync(() => getCouncil());
  return (
    <section class="card comment" aria-labelledby="comment">
      <h2 id="comment">{t("comment_title")}</h2>
      <p>{t(`comment_until_${props.period.about}`)}</p>
      <DueDate deadline={props.period} />
      <h3>{t("comment_how")}</h3>
      <Show
        when={props.draftAct.howToComment}
        fallback={
          <>
            <p>{t("comment_paper")}</p>
            <ul class="lines-list">
              <For each={[t("comment_hand_in"), t("comment_email"), t("comment_speak")]}>{(way) => <li>{way}</li>}</For>
            </ul>
            <Show when={council()}>{(c) => <CouncilContacts contacts={c().contacts} />}</Show>
          </>
        }
      >
        {(how) => <Prose text={how()} />}
      </Show>
      <p class="small soft">{t("comment_answer")}</p>
    </section>
  );
}
