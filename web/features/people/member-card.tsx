import { For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatDay } from "../../ui/format.ts";
import { PartyName } from "./party-name.tsx";
import type { MemberCardData } from "./people-query.ts";
import { Portrait } from "./portrait.tsx";
import { useOfficeName, useRoleName } from "./role-names.ts";

/** Members side by side. The name alone is the link; the face leads there with it. */
export function MemberCards(props: { members: readonly MemberCardData[] }) {
  return (
    <ul class="faces">
      <For each={props.members}>{(member) => <MemberCard member={member} />}</For>
    </ul>
  );
}

const leads = (role: MemberCardData["role"]) => role === "chair" || role === "deputy_chair";

function MemberCard(props: { member: MemberCardData }) {
  const t = useT("people");
  const office = useOfficeName();
  const roleName = useRoleName();
  const { say, lang } = useLocalized();
  return (
    <li>
      <Portrait name={props.member.name} photo={props.member.photo} sizes="4.6rem" />
      <div>
        <h3>
          <a link href={props.member.href}>
            {props.member.name}
          </a>
        </h3>
        <Show when={leads(props.member.role)}>
          <p class="post">{office(props.member.role as "chair", props.member.gender)}</p>
        </Show>
        <p>
          <PartyName of={props.member.affiliation} short />
          <Show when={props.member.occupation}>
            {(occupation) => <span lang={lang(occupation())}>{` · ${say(occupation())}`}</span>}
          </Show>
        </p>
        <For each={props.member.committees.filter(({ role }) => leads(role))}>
          {(committee) => (
            <p lang={lang(committee.name)}>
              {`${roleName(committee.role, props.member.gender)}: ${say(committee.name)}`}
            </p>
          )}
        </For>
        <Show when={props.member.endReason !== "term_ended" && props.member.endReason}>
          {(reason) => (
            <p>
              {t("until", { date: formatDay(props.member.endsOn!) })}, {t(`end.${reason()}`)}
            </p>
          )}
        </Show>
      </div>
    </li>
  );
}
