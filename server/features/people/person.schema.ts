import * as v from "valibot";
import { Localized } from "../../text.schema.ts";
import { actTypes } from "../acts/acts.shared.ts";
import { PhotoView } from "../albums/photo.schema.ts";
import { bodyKinds, endReasons, roles } from "../bodies/bodies.shared.ts";
import { attachmentRoles } from "../documents/attachments.shared.ts";
import { DocumentHistory } from "../documents/documents.schema.ts";
import { Affiliation, PartyView, PersonRef, TermView } from "./members.schema.ts";
import { genders, PersonContacts } from "./people.schema.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });
const day = v.pipe(v.string(), v.isoDate());

/** Days included at both ends; `isNow` tells whether today is one of them. */
const span = { beginsOn: day, endsOn: v.nullable(day), isNow: v.boolean() };
const ending = { endReason: v.nullable(v.picklist(endReasons)), endNote: v.nullable(Localized) };

export const BodyRef = v.object({
  slug: v.string(),
  url: InBoth,
  name: Localized,
  kind: v.picklist(bodyKinds),
});
export type BodyRef = v.InferOutput<typeof BodyRef>;

const AttendanceOfBody = v.object({
  body: BodyRef,
  /** Meetings in which attendance was taken, and in how many of them the person was what. */
  meetings: v.number(),
  present: v.number(),
  late: v.number(),
  excused: v.number(),
  absent: v.number(),
});

/** An act as it is cited: its type, number and day. */
const ActRef = v.object({ url: InBoth, type: v.picklist(actTypes), number: v.number(), adoptedOn: day });

/** A vote by name. `act` is what was decided by it, where it became one. */
const VoteOfPerson = v.object({
  day,
  title: Localized,
  choice: v.picklist(["for", "against", "abstained", "absent", "not_voting"]),
  outcome: v.picklist(["adopted", "rejected"]),
  meeting: InBoth,
  act: v.nullable(ActRef),
});

/** A person’s page: who they are, what they are and were in which body, and what they did there. */
export const Person = v.object({
  ...PersonRef.entries,
  gender: v.nullable(v.picklist(genders)),
  photo: v.nullable(PhotoView),
  occupation: v.nullable(Localized),
  /** Cleaned HTML. */
  cv: v.nullable(Localized),
  contacts: PersonContacts,
  documents: v.array(v.object({ ...DocumentHistory.entries, role: v.picklist(attachmentRoles), addedAt: v.string() })),
  updatedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Seats held in the council, the latest first. */
  seats: v.array(v.object({ term: TermView, seat: v.number(), list: v.nullable(PartyView), ...span, ...ending })),
  /** Today’s, or that of the last day on which they held a seat; `null` for who never did. */
  affiliation: v.nullable(Affiliation),
  affiliations: v.array(v.object({ affiliation: Affiliation, ...span })),
  /** What else they are or were in bodies, the present first. */
  posts: v.array(
    v.object({
      body: BodyRef,
      role: v.picklist(roles),
      title: v.nullable(Localized),
      howChosen: v.nullable(Localized),
      ...span,
      ...ending,
    }),
  ),
  /** Seats held elsewhere on behalf of the council. */
  representations: v.array(
    v.object({ organisation: Localized, role: v.nullable(Localized), basis: v.nullable(Localized), ...span }),
  ),
  attendance: v.object({
    bodies: v.array(AttendanceOfBody),
    /** The council’s own meetings of the latest term, the first first. */
    strip: v.array(
      v.object({
        day,
        status: v.picklist(["present", "late", "absent_with_reason", "absent"]),
        meeting: InBoth,
      }),
    ),
  }),
  votes: v.array(VoteOfPerson),
  /** Draft acts, and acts without one, that they proposed; the latest first, at most twenty. */
  proposals: v.array(
    v.object({
      day,
      title: Localized,
      url: InBoth,
      /** Where the draft stands; `null` for an act. */
      stage: v.nullable(v.string()),
      act: v.nullable(ActRef),
    }),
  ),
});
export type Person = v.InferOutput<typeof Person>;
