import type { Source } from "../source.ts";
import { acts, draftActs } from "./acts.ts";
import { albums } from "./albums.ts";
import { documents } from "./documents.ts";
import { elections } from "./elections.ts";
import { elements } from "./elements.ts";
import { agendaItems, meetings } from "./meetings.ts";
import { bodies, people } from "./people.ts";
import { publications } from "./publications.ts";
import { recordings } from "./recordings.ts";

/** Everything that is found, in the order in which it is indexed: what people look for most comes first. */
export const sources: readonly Source[] = [
  elements,
  acts,
  draftActs,
  publications,
  people,
  bodies,
  elections,
  albums,
  meetings,
  agendaItems,
  recordings,
  documents,
];

const byName = new Map(sources.map((source) => [source.name, source]));

/** Subjects by the source that knows them; what no source knows is left out. */
export function bySource(subjects: Iterable<string>): Map<Source, string[]> {
  const sorted = new Map<Source, string[]>();
  for (const subject of subjects) {
    const at = subject.indexOf(":");
    const source = byName.get(subject.slice(0, at));
    if (!source) continue;
    const ids = sorted.get(source) ?? [];
    ids.push(subject.slice(at + 1));
    sorted.set(source, ids);
  }
  return sorted;
}
