import { For, Show } from "solid-js";
import { minutesPaths } from "../../../server/features/minutes/minutes.paths.shared.ts";
import type { MinutesData } from "../../../server/features/minutes/minutes-view.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Form, Hidden } from "../ui/form.tsx";

/** What was adopted, each with its act or with the number that its act would get. */
export function Acts(props: { data: MinutesData }) {
  const t = useT("minutes");
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{t("acts")}</h2>
      <Show when={props.data.acts.length > 0} fallback={<p class="soft">{t("acts_none")}</p>}>
        <p class="hint">{t("acts_lead")}</p>
        <ol class="agenda-desk">
          <For each={props.data.acts}>{(one) => <Adopted one={one} meetingId={props.data.meeting.id} />}</For>
        </ol>
      </Show>
    </section>
  );
}

function Adopted(props: { one: MinutesData["acts"][number]; meetingId: string }) {
  const t = useT("minutes");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const { one } = props;
  return (
    <li>
      <b class="number">{one.number}</b>
      <div>
        <span lang={lang(one.title)}>{say(one.title)}</span>
        <p class="stamp">
          <Show
            when={one.act}
            fallback={
              <>
                <span class="tag warn">{t("act_missing")}</span>
                <Show when={one.proposed && !one.proposed.isNext}>
                  <span>{t("act_later", { label: one.proposed!.label })}</span>
                </Show>
              </>
            }
          >
            {(act) => (
              <>
                <span class="tag good">{t("act_made")}</span> <a href={act().href}>{act().label}</a>
              </>
            )}
          </Show>
        </p>
      </div>
      <Show when={one.proposed?.isNext && one.proposed}>
        {(proposed) => (
          <Form
            name="minutes-act"
            id={`minutes-act-${one.itemId}`}
            only={{ item: one.itemId }}
            action={fillPath(minutesPaths.act, { id: props.meetingId })[locale]}
            class="moves"
            label={t("act_make_of", { label: proposed().label, number: one.number })}
          >
            <Hidden name="item" value={one.itemId} />
            <Hidden name="number" value={String(proposed().number)} />
            <button
              class="quiet-button"
              type="submit"
              aria-label={t("act_make_of", { label: proposed().label, number: one.number })}
            >
              {t("act_make", { label: proposed().label })}
            </button>
          </Form>
        )}
      </Show>
      <Show when={one.form}>
        {(href) => (
          <p class="moves">
            <a class="quiet-button" href={href()} aria-label={t("act_form_of", { number: one.number })}>
              {t("act_form")}
            </a>
          </p>
        )}
      </Show>
    </li>
  );
}
