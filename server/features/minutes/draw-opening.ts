import { dayIn, numericDay, timeIn, weekdayOf } from "../../local-time.ts";
import { lawTitle } from "../deadlines/rules.ts";
import { heading, paragraph, points, said, strong } from "./drawn-html.ts";
import rule from "./minutes-rule.json" with { type: "json" };
import { gap } from "./parts.shared.ts";
import type { MeetingRecord } from "./record.queries.ts";

/**
 * Who chairs: the chair where they were there, else a deputy who was. `null` where nobody is known.
 */
export function chairOf({ officers, attendance, live }: MeetingRecord): string | null {
  const wasThere = (id: string) => {
    const status = attendance.find(({ person_id }) => person_id === id)?.status ?? live?.state.roll?.get(id)?.status;
    return status === undefined || status === "present" || status === "late";
  };
  const chairs = officers.filter(({ role }) => role !== "secretary");
  return (
    (chairs.find(({ role, id }) => role !== "deputy_chair" && wasThere(id)) ?? chairs.find(({ id }) => wasThere(id)))
      ?.name ?? null
  );
}

type Gender = MeetingRecord["officers"][number]["gender"];
/** A post as it is called of a woman; of everybody else as the law has it. */
const posts = {
  chair: ["Kryetari", "Kryetarja"],
  deputy_chair: ["Zëvendëskryetari", "Zëvendëskryetarja"],
  head: ["Kryetari i fshatit", "Kryetarja e fshatit"],
  liaison: ["Ndërlidhësi", "Ndërlidhësja"],
} as const;
const postOf = (role: keyof typeof posts, gender: Gender) => posts[role][gender === "female" ? 1 : 0];

const hasOf = ({ isJoint, meeting }: MeetingRecord) =>
  isJoint ? "Organet kanë" : meeting.body_kind === "council" ? "Këshilli ka" : "Organi ka";

/** The meeting as a whole: when, where and by which right it was held, of whom the body consists, who chairs. */
export function drawOpening(record: MeetingRecord): string {
  const { meeting, members, officers } = record;
  const fact = (name: string, value: string) => `${strong(`${name}:`)} ${said(value)}`;
  const at = (instant: Date | null) => (instant ? `ora ${timeIn(instant)}` : gap);
  const facts = [
    fact("Data", `${weekdayOf(meeting.day, "sq")}, ${numericDay(meeting.day)}`),
    ...(meeting.place ? [fact("Vendi", meeting.place.sq)] : meeting.online_url ? [] : [fact("Vendi", gap)]),
    ...(meeting.online_url ? [fact("Në internet", meeting.online_url)] : []),
    fact("Ora e caktuar", `ora ${timeIn(meeting.starts_at)}`),
    fact("Hapja", at(meeting.opened_at)),
    fact("Mbyllja", at(meeting.closed_at)),
    ...(meeting.announced_at ? [fact("Njoftimi i mbledhjes", numericDay(dayIn(meeting.announced_at)))] : []),
    ...(meeting.body_kind === "council"
      ? [fact("Baza ligjore", `${lawTitle(rule.law).sq}, neni ${rule.article.split("/")[0]}`)]
      : []),
    fact(
      "Publiku",
      meeting.access === "open" ? "mbledhje e hapur" : `mbledhje e mbyllur: ${meeting.closed_reason?.sq ?? gap}`,
    ),
  ];
  const chair = chairOf(record);
  const served = officers
    .filter(({ role }) => role !== "secretary")
    .map(({ role, name, gender }) => said(`${postOf(role as keyof typeof posts, gender)}: ${name}`));
  return [
    points(facts),
    heading("Përbërja"),
    paragraph(said(`${hasOf(record)} gjithsej ${members.length} anëtarë.`)),
    points(served),
    paragraph(`Mbledhjen e drejtoi: ${said(chair ?? gap)}.`),
    paragraph(`Procesverbalin e mbajti: ${said(record.secretary ?? gap)}.`),
  ].join("");
}
