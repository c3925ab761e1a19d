import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import {
  BodiesSource,
  BusinessSource,
  CommentsSource,
  DraftSource,
  ElectionSource,
  GapSource,
  MeetingsSource,
  PartySource,
  PaySource,
  PeopleSource,
  PlanSource,
  RepresentationSource,
  TermSource,
  WordingSource,
} from "../council-source.schema.ts";
import type { DemoSlug } from "../demo-content.ts";
import { CouncilSource } from "../source.schema.ts";

const demo = new URL("../../../tenants/demo/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, demo), "utf8"));

/** Everything that is written down about a council's people and work; an error in it is thrown as it is found. */
export function readCouncil(slug: DemoSlug) {
  const folder = `${slug}/council/`;
  const list = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S>[] =>
    existsSync(new URL(`${folder}${name}.json`, demo)) ? v.parse(v.array(schema), read(`${folder}${name}.json`)) : [];
  const one = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> | null =>
    existsSync(new URL(`${folder}${name}.json`, demo)) ? v.parse(schema, read(`${folder}${name}.json`)) : null;
  const business = readdirSync(new URL(folder, demo))
    .filter((file) => file.startsWith("acts"))
    .sort()
    .flatMap((file) => list(file.replace(".json", ""), BusinessSource));
  return {
    slug,
    settings: v.parse(CouncilSource, read(`${slug}/settings.json`)),
    wording: v.parse(WordingSource, read("wording.json")),
    parties: list("parties", PartySource),
    elections: list("elections", ElectionSource),
    terms: list("terms", TermSource),
    people: one("people", PeopleSource)!,
    bodies: one("bodies", BodiesSource)!,
    representations: list("representations", RepresentationSource),
    meetings: one("meetings", MeetingsSource)!,
    business,
    drafts: list("drafts", DraftSource),
    plan: one("plan", PlanSource),
    pay: one("pay", PaySource),
    gaps: list("gaps", GapSource),
    comments: one("comments", CommentsSource) ?? {},
  };
}
export type CouncilSources = ReturnType<typeof readCouncil>;
