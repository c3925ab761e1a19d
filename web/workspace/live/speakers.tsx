import { Index, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useConsole } from "./console.ts";
import { elapsed } from "./elapsed.ts";
import { useNames } from "./names.ts";
import { AskText, StepButton } from "./small.tsx";

/** Who has the floor and for how long, and who waits for it in which order. */
export function Speakers() {
  const t = useT("sitting");
  const { sheet, state, take, now, isRunner } = useConsole();
  const { speaker } = useNames();
  const present = () => sheet().people.filter(({ id }) => state().roll?.get(id)?.isPresent);
  const given = (text: string) => {
    const member = sheet().people.find(({ name }) => name.toLocaleLowerCase("sq") === text.toLocaleLowerCase("sq"));
    return member ? { personId: member.id, guest: null } : { personId: null, guest: text };
  };
  const key = ({ personId, guest }: { personId: string | null; guest: string | null }) => ({ personId, guest });
  return (
    <section class="speakers" aria-labelledby="speakers-title">
      <h3 id="speakers-title">{t("speakers")}</h3>
      <Show when={state().speech}>
        {(speech) => (
          <div class="speech">
            <p>
              <span class="soft">{t("has_floor")}</span> <b>{speaker(speech())}</b>
            </p>
            <p class="timer" role="timer">
              {elapsed(now() - speech().from.getTime())}
            </p>
            <StepButton look="plain" onPress={() => take({ kind: "speaker_ended", ...key(speech()) })}>
              {t("speech_end")}
            </StepButton>
          </div>
        )}
      </Show>
      <Show when={state().speakers.length > 0}>
        <ol class="speaker-list">
          <Index each={state().speakers}>
            {(one, at) => (
              <li>
                <span>
                  {at + 1}. {speaker(one())} <Show when={one().guest}>{<small class="soft">{t("guest")}</small>}</Show>
                </span>
                <span class="moves">
                  <StepButton
                    look="quiet"
                    label={t("give_floor_to", { name: speaker(one()) })}
                    onPress={() => take({ kind: "speaker_began", ...key(one()) })}
                  >
                    {t("give_floor")}
                  </StepButton>
                  <StepButton
                    look="quiet"
                    label={t("unlist_of", { name: speaker(one()) })}
                    onPress={() => take({ kind: "speaker_unlisted", ...key(one()) })}
                  >
                    {t("unlist")}
                  </StepButton>
                </span>
              </li>
            )}
          </Index>
        </ol>
      </Show>
      <Show when={isRunner}>
        <AskText
          label={t("speaker_add")}
          send={t("speaker_send")}
          list={present().map(({ name }) => name)}
          maxlength={120}
          onSend={(text) => take({ kind: "speaker_listed", ...given(text) })}
        />
      </Show>
    </section>
  );
}
