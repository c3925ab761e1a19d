import type { BodyKind } from "../bodies/bodies.shared.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import type { MeetingKind } from "./meetings.shared.ts";

const byKind: Partial<Record<MeetingKind, ElementCode>> = {
  hearing: "I.3.9",
  consultation: "I.3.8",
  event: "I.9.1",
  ceremony: "I.9.1",
};
const byBody: Partial<Record<BodyKind, ElementCode>> = {
  council: "I.3.3",
  committee: "I.3.4",
  village: "II.6.3",
  neighbourhood: "II.6.5",
};

/** The element on whose page a meeting is listed, to which its own page leads back; all are in the calendar. */
export const meetingElement = (kind: MeetingKind, body: BodyKind): ElementCode =>
  byKind[kind] ?? byBody[body] ?? "I.3.2";
