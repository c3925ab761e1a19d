import { bodyKinds, endReasons, roles } from "../../../server/features/bodies/bodies.shared.ts";
import { attendanceStatuses } from "../../../server/features/meetings/meetings.shared.ts";

const inBothForms = (names: readonly string[]) => names.flatMap((name) => [name, `${name}_female`]);
const people = (prefix: string, rest: readonly string[], because: string) => ({
  ...{ namespace: "people", prefix, rest, because },
});
const listedKinds = bodyKinds.filter((kind) => kind !== "council" && kind !== "secretariat");

export default [
  people("affiliation_", ["none", "unknown"], "who belongs to no party is said in one of two ways"),
  people("role.", inBothForms(roles), "a role has a form for women in Albanian"),
  people(
    "office.",
    inBothForms(["chair", "deputy_chair", "secretary", "member", "former"]),
    "an office in the council has a form for women in Albanian",
  ),
  people("kind.", bodyKinds, "a body is of one kind"),
  people("gender.", ["female", "male", "other"], "what is known of a person is one of these"),
  people("end.", endReasons, "a membership ends for one of the reasons"),
  people("when.", ["now", "past"], "a membership runs or is over"),
  people("attendance.", attendanceStatuses, "attendance is taken in one of the ways"),
  people("outcome.", ["adopted", "rejected"], "a vote has one of two outcomes"),
  people("stage.", ["cancelled", "postponed"], "a meeting that does not take place says why"),
  people(
    "noun.",
    listedKinds.flatMap((kind) => [`${kind}_one`, `${kind}_other`, kind]),
    "bodies of each kind are counted",
  ),
  {
    namespace: "readiness",
    prefix: "bodies.",
    rest: ["functions", "duties", "founding_act", "term", "leader", "members", "contacts", "english"].map(
      (part) => `without_${part}`,
    ),
    because: "what a body may lack is a list",
  },
  people("leader.", listedKinds, "bodies of each kind are led by somebody"),
];
