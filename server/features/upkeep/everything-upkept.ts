import { actsUpkeep } from "../acts/acts.upkeep.ts";
import { albumsUpkeep } from "../albums/albums.upkeep.ts";
import { bodiesUpkeep } from "../bodies/bodies.upkeep.ts";
import { draftActsUpkeep } from "../draft-acts/draft-acts.upkeep.ts";
import { electionsUpkeep } from "../elections/elections.upkeep.ts";
import { meetingsUpkeep } from "../meetings/meetings.upkeep.ts";
import { pagesUpkeep } from "../pages/pages.upkeep.ts";
import { peopleUpkeep } from "../people/people.upkeep.ts";
import { publicationsUpkeep } from "../publications/publications.upkeep.ts";
import { settingsUpkeep } from "../settings/settings.upkeep.ts";
import type { Upkept } from "./upkept.ts";

/** All that a council publishes, feature by feature. */
export const everythingUpkept: readonly Upkept[] = [
  publicationsUpkeep,
  pagesUpkeep,
  albumsUpkeep,
  peopleUpkeep,
  bodiesUpkeep,
  electionsUpkeep,
  draftActsUpkeep,
  meetingsUpkeep,
  actsUpkeep,
  settingsUpkeep,
];

const byEntity = new Map(everythingUpkept.map((upkept) => [upkept.entity, upkept]));
export const upkeptOf = (entity: string): Upkept | undefined => byEntity.get(entity);
