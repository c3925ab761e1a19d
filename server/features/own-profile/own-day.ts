import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { hasOwnProfile } from "../accounts/policies.ts";
import { type EditedEntity, editingPaths } from "../editing/editing.paths.shared.ts";
import { tagOf } from "../editing/state-tag.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { meetingUrl, personUrl } from "../elements/item-urls.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { photosPaths } from "../photos/photos.paths.shared.ts";
import { findOwnMeetings, findOwnPerson, type OwnPerson } from "./own-profile.queries.ts";

/** What the page of somebody lacks that is theirs to tell. */
export const lacks = ["photo", "cv", "cv_english", "contacts", "hours"] as const;
export type Lack = (typeof lacks)[number];

function lackingOf({ cv, contacts, photo_width }: OwnPerson): Lack[] {
  const is: Record<Lack, boolean> = {
    photo: photo_width === null,
    cv: cv === null,
    cv_english: cv !== null && !cv.en,
    contacts: !contacts.phone && !contacts.email,
    hours: !contacts.hours,
  };
  return lacks.filter((one) => is[one]);
}

export interface OwnMeeting {
  title: LocalizedText;
  url: InBoth;
  startsAt: string;
  place: LocalizedText | null;
  isAnnounced: boolean;
  papers: number;
}

const person: EditedEntity = "person";

function profileOf(own: OwnPerson, locale: Locale, now: Date) {
  const { id, name, slug, state, public_from, updated_at, photo_alternative, photo_renditions } = own;
  const face = photo_renditions[0];
  return {
    name,
    tag: tagOf({ state, publicFrom: public_from }, now, locale)!,
    edit: fillPath(editingPaths(person).one, { id })[locale],
    photo: fillPath(photosPaths.page, { entity: person, id })[locale],
    public: state === "published" && public_from! <= now ? personUrl(slug)[locale] : null,
    face:
      photo_alternative && face
        ? {
            src: `/api/v1/admin/photos/${person}/${id}/${id}?v=${face.sha256.slice(0, 12)}`,
            alternative: photo_alternative[locale] || photo_alternative.sq,
          }
        : null,
    updatedAt: updated_at.toISOString(),
    lacking: lackingOf(own),
    isWaiting: (own.proposed_at ?? own.submitted_at) !== null && own.returned_at === null,
    returned: own.returned_at === null ? null : { by: own.returned_name!, note: own.return_note! },
  };
}

/** The first screen of whoever prepares nothing but their own page: that page, and the meetings that come. */
export async function ownDayOf(tx: TenantTx, actor: Actor, locale: Locale, now: Date) {
  const own = hasOwnProfile(actor) ? await findOwnPerson(tx, actor.person) : undefined;
  const meetings = own ? await findOwnMeetings(tx, own.id, now) : [];
  return {
    isCouncillor: actor.kind === "account" && actor.roles.includes("councillor"),
    profile: own ? profileOf(own, locale, now) : null,
    meetings: meetings.map(
      (row): OwnMeeting => ({
        title: fullMeetingName(row),
        url: meetingUrl(row.slug),
        startsAt: row.starts_at.toISOString(),
        place: row.place,
        isAnnounced: row.stage !== "planned",
        papers: row.papers,
      }),
    ),
  };
}
export type OwnDay = Awaited<ReturnType<typeof ownDayOf>>;
