import type {
  ActNature,
  ActType,
  PrefectStep,
  ProposerKind,
  RelationKind,
  Subject,
} from "../features/acts/acts.shared.ts";
import type { BodyKind, EndReason, Role } from "../features/bodies/bodies.shared.ts";
import type { DraftStage } from "../features/draft-acts/draft-acts.shared.ts";
import type {
  AttendanceStatus,
  Choice,
  ItemKind,
  ItemResult,
  Majority,
  MeetingKind,
  MeetingStage,
  VoteMethod,
} from "../features/meetings/meetings.shared.ts";
import type { PersonContacts } from "../features/people/people.schema.ts";
import type { LocalizedText } from "../locale.shared.ts";

/**
 * A council's people and work as they stand on the day of the demo. Things refer to each other by `key`; days are
 * `YYYY-MM-DD` and hours `HH:MM` in Tirana. Only what is planned lies after that day.
 */
export interface CouncilWork {
  parties: DemoParty[];
  terms: DemoTerm[];
  people: DemoPerson[];
  bodies: DemoBody[];
  memberships: DemoMembership[];
  affiliations: DemoAffiliation[];
  representations: DemoRepresentation[];
  elections: DemoElection[];
  drafts: DemoDraft[];
  /** In order of time. */
  meetings: DemoMeeting[];
  /** In the order in which they were adopted. */
  acts: DemoAct[];
  gaps: DemoGap[];
  plans: DemoPlan[];
  rates: DemoRate[];
  payMonths: DemoPayMonth[];
}

export interface DemoParty {
  key: string;
  colour: string;
  /** The first has no first day. */
  names: { from?: string; name: LocalizedText; short: string }[];
  endedOn?: string;
  successor?: string;
}

export interface DemoTerm {
  /** `2023-2027` */
  key: string;
  beginsOn: string;
  endsOn?: string;
  seats: number;
}

export interface DemoPerson {
  key: string;
  name: string;
  familyName: string;
  gender: "female" | "male";
  occupation?: LocalizedText;
  /** Simple HTML. */
  cv?: LocalizedText;
  contacts: PersonContacts;
}

export interface DemoBody {
  key: string;
  kind: BodyKind;
  slug: string;
  name: LocalizedText;
  /** Simple HTML. */
  functions?: LocalizedText;
  duties?: LocalizedText;
  foundingAct?: LocalizedText;
  unit?: string;
  contacts: PersonContacts;
  beginsOn?: string;
  endsOn?: string;
  /** Among the bodies of its kind. */
  position: number;
}

/** Whoever chairs, heads or leads has a second row as a member. */
export interface DemoMembership {
  body: string;
  person: string;
  role: Role;
  title?: LocalizedText;
  /** Of a seat in the council. */
  term?: string;
  seat?: number;
  party?: string;
  beginsOn: string;
  endsOn?: string;
  endReason?: EndReason;
  endNote?: LocalizedText;
  howChosen?: LocalizedText;
  position: number;
}

export interface DemoAffiliation {
  person: string;
  /** `null`: none. */
  party: string | null;
  beginsOn: string;
  endsOn?: string;
}

export interface DemoRepresentation {
  person: string;
  organisation: LocalizedText;
  role?: LocalizedText;
  basis?: LocalizedText;
  beginsOn: string;
}

export interface DemoElection {
  slug: string;
  kind: "ordinary" | "partial" | "repeated";
  heldOn: string;
  term: string;
  seats: number;
  electorate: number;
  voters: number;
  validBallots: number;
  invalidBallots: number;
  source?: LocalizedText;
  note?: LocalizedText;
  lists: { name: LocalizedText; shortName: string; party?: string; votes: number; seats: number }[];
}

export interface DemoProposer {
  kind: ProposerKind;
  /** As the papers print it. */
  name?: LocalizedText;
  person?: string;
  body?: string;
}

/** What was or is to be decided, before it was. */
export interface DemoDraft {
  key: string;
  type: ActType;
  nature: ActNature;
  subject: Subject;
  title: LocalizedText;
  summary?: LocalizedText;
  /** Simple HTML. */
  body?: LocalizedText;
  reasons?: LocalizedText;
  expectedEffect?: LocalizedText;
  howToComment?: LocalizedText;
  proposer: DemoProposer;
  protocolNumber: string;
  registeredOn: string;
  stage: DraftStage;
  /** Since when it is in its stage. */
  stageOn: string;
  stageNote?: LocalizedText;
  initiativeFrom?: string;
  consultationFrom?: string;
  isConsultationRequired: boolean;
  extended?: { workingDays: number; on: string; ground: LocalizedText };
}

export interface DemoVote {
  method: VoteMethod;
  majority: Majority;
  /** On which ground it was applied. */
  majorityReason: LocalizedText;
  members: number;
  present: number;
  for: number;
  against: number;
  abstained: number;
  outcome: "adopted" | "rejected";
  at: string;
  /** Of a vote by name: of every member. */
  ballots?: { person: string; choice: Choice }[];
}

export interface DemoItem {
  key: string;
  path: number[];
  kind: ItemKind;
  title: LocalizedText;
  proposer?: DemoProposer;
  protocolNumber?: string;
  draft?: string;
  act?: string;
  /** In a committee: what it examines for the council, by the key of the council's item. */
  examines?: string;
  /** Came onto the agenda after the notice. */
  isAdded: boolean;
  result?: ItemResult;
  note?: LocalizedText;
  vote?: DemoVote;
}

export interface DemoMeeting {
  key: string;
  body: string;
  /** Bodies that sit together with it. */
  with: string[];
  kind: MeetingKind;
  title?: LocalizedText;
  description?: LocalizedText;
  day: string;
  at: string;
  endsAt: string;
  place: LocalizedText;
  onlineUrl?: string;
  closedReason?: LocalizedText;
  stage: MeetingStage;
  /** Why it was cancelled or postponed, and when that was said. */
  stageReason?: LocalizedText;
  stageOn?: string;
  postponedTo?: string;
  notice?: LocalizedText;
  announcedOn?: string;
  shortNoticeReason?: LocalizedText;
  openedAt?: string;
  closedAt?: string;
  minutesOn?: string;
  /** Its minutes are drawn by the portal itself from what it knows, and not a paper of the demo's. */
  drawsMinutes?: boolean;
  /** Of all members of the body or bodies on that day; empty before it was held. */
  attendance: { person: string; status: AttendanceStatus; arrivedAt?: string }[];
  items: DemoItem[];
}

export interface DemoRelation {
  kind: RelationKind;
  act?: string;
  /** An act that stands outside of the register. */
  text?: LocalizedText;
}

export interface DemoPrefectStep {
  step: PrefectStep;
  day: string;
  protocolNumber?: string;
  outcome?: "kept" | "changed" | "repealed" | "valid" | "invalid";
  reasons?: LocalizedText;
  resultAct?: string;
}

export interface DemoAct {
  key: string;
  type: ActType;
  nature: ActNature;
  number: number;
  series: string;
  title: LocalizedText;
  summary?: LocalizedText;
  /** Simple HTML. */
  body: LocalizedText;
  legalBasis: LocalizedText;
  subject: Subject;
  proposer: DemoProposer;
  meeting: string;
  item: string;
  draft?: string;
  adoptedOn: string;
  announcedOn?: string;
  notifiedOn?: string;
  namesPersons: boolean;
  relations: DemoRelation[];
  prefect: DemoPrefectStep[];
}

export interface DemoGap {
  type: ActType;
  series: string;
  from: number;
  to: number;
  reason?: LocalizedText;
  /** Nobody says why the number is missing: the act that has it is not public. */
  unpublished?: { title: LocalizedText; subject: Subject; nature: ActNature };
}

export interface DemoPlanItem {
  month: number;
  title: LocalizedText;
  type: ActType;
  subject: Subject;
  proposer: DemoProposer;
  isConsulted: boolean;
  draft?: string;
  act?: string;
  dropped?: { on: string; reason: LocalizedText };
}
export interface DemoPlan {
  year: number;
  act?: string;
  note?: LocalizedText;
  publishedOn: string;
  items: DemoPlanItem[];
}

export interface DemoRate {
  key: string;
  appliesTo: "member";
  basis: "month";
  amount: number;
  legalBasis: LocalizedText;
  note?: LocalizedText;
  validFrom: string;
  validTo?: string;
}
export interface DemoPayMonth {
  year: number;
  month: number;
  publishedOn: string;
  entries: { person: string; rate: string; amount: number; note?: LocalizedText }[];
}
