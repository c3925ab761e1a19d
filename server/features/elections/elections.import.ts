import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { shortText, wholeNumber, writtenDay } from "../../import/cells.schema.ts";
import { attempt, type Import, type Numbered, type RowProblem } from "../../import/import.ts";
import { takeAway } from "../editing/removing.service.ts";
import { electionEditable } from "./elections.editable.ts";
import { electionColumns } from "./elections.import-columns.ts";
import { changeElection, createElection, publishElection } from "./elections.service.ts";
import { electionKinds } from "./elections.shared.ts";

/** A row is a list in an election; what is the same for all lists of an election stands in each of its rows. */
const Row = v.object(
  {
    held_on: writtenDay,
    kind: v.optional(v.picklist(electionKinds, "import.unknown_value"), "ordinary"),
    term: v.optional(shortText(40)),
    council_seats: wholeNumber,
    electorate: v.optional(wholeNumber),
    voters: v.optional(wholeNumber),
    valid_ballots: v.optional(wholeNumber),
    invalid_ballots: v.optional(wholeNumber),
    position: v.optional(wholeNumber),
    list_sq: shortText(200),
    list_en: v.optional(shortText(200)),
    short_name: shortText(20),
    party: v.optional(shortText(120)),
    votes: wholeNumber,
    seats: wholeNumber,
    source_sq: v.optional(shortText(300)),
    source_en: v.optional(shortText(300)),
    source_url: v.optional(shortText(500)),
  },
  "text.required",
);
type Line = Numbered<v.InferOutput<typeof Row>>;

const ofElection = [
  ...["term", "council_seats", "electorate", "voters", "valid_ballots", "invalid_ballots"],
  ...["source_sq", "source_en", "source_url"],
] as (keyof Line)[];

/** Rows of one election that say different things of it. */
const contradictions = ([first, ...others]: readonly Line[]): RowProblem[] =>
  others.flatMap((row) =>
    ofElection
      .filter((column) => row[column] !== first![column])
      .map((column) => ({ line: row.line, column, code: "import.differs_from_first" })),
  );

/** The columns of what the service calls otherwise. */
const columnOf: Record<string, string> = {
  heldOn: "held_on",
  termId: "term",
  seats: "council_seats",
  validBallots: "valid_ballots",
  invalidBallots: "invalid_ballots",
  sourceUrl: "source_url",
  lists: "votes",
  name: "list_sq",
  shortName: "short_name",
  partyId: "party",
};

/** Where in the file a field of the input stands: `lists.2.votes` in the third row of the election. */
function placeIn(rows: readonly Line[]) {
  return (path: string) => {
    const [, at, field] = /^lists\.(\d+)\.(\w+)/.exec(path) ?? [];
    if (at !== undefined) {
      const name = field === "seats" ? "seats" : (columnOf[field!] ?? field!);
      return { line: rows[Number(at)]!.line, column: name };
    }
    const name = path.split(".")[0]!;
    return { line: rows[0]!.line, column: name ? (columnOf[name] ?? name) : null };
  };
}

const bySlug = async (tx: TenantTx, table: "parties" | "terms") =>
  new Map((await tx.selectFrom(table).select(["id", "slug"]).execute()).map(({ id, slug }) => [slug, id]));

const isOrdered = (rows: readonly Line[]) => rows.every(({ position }) => position !== undefined);

/** Results of local elections; the register's own table can be read again. */
export const electionsImport: Import<typeof Row> = {
  title: { sq: "Zgjedhjet vendore", en: "Local elections" },
  columns: electionColumns,
  ignored: ["kind_label", "turnout", "share", "url"],
  row: Row,
  async write(tx, by, rows, { publish, replace }, { made: trace, changed }) {
    const [parties, terms] = [await bySlug(tx, "parties"), await bySlug(tx, "terms")];
    const problems: RowProblem[] = [];
    const made = { elections: 0, lists: 0 };
    for (const given of Map.groupBy(rows, ({ held_on, kind }) => `${held_on} ${kind}`).values()) {
      const lines = isOrdered(given) ? given.toSorted((one, other) => one.position! - other.position!) : given;
      const [first] = lines as [Line];
      const wrong = contradictions(given);
      if (first.term && !terms.has(first.term))
        wrong.push({ line: first.line, column: "term", code: "elections.term_unknown" });
      for (const { line, party } of lines)
        if (party && !parties.has(party)) wrong.push({ line, column: "party", code: "elections.party_unknown" });
      problems.push(...wrong);
      if (wrong.length > 0) continue;

      const input = {
        kind: first.kind,
        heldOn: first.held_on,
        termId: first.term && terms.get(first.term),
        seats: first.council_seats,
        electorate: first.electorate,
        voters: first.voters,
        validBallots: first.valid_ballots,
        invalidBallots: first.invalid_ballots,
        source: first.source_sq ? { sq: first.source_sq, en: first.source_en } : null,
        sourceUrl: first.source_url,
        lists: lines.map(({ list_sq, list_en, short_name, party, votes, seats }) => ({
          ...{ votes, seats, name: { sq: list_sq, en: list_en } },
          shortName: short_name,
          partyId: party && parties.get(party),
        })),
      };
      const found = await tx
        .selectFrom("elections")
        .where("held_on", "=", first.held_on)
        .where("kind", "=", first.kind)
        .select(["id", "state"])
        .executeTakeFirst();
      // What was withdrawn, as by an import that was taken back, comes again under its old address.
      const there = replace || found?.state === "withdrawn" ? found : undefined;
      const outcome = await attempt(tx, placeIn(lines), async () => {
        if (there) await changeElection(tx, by, there.id, input);
        const id = there?.id ?? (await createElection(tx, by, input)).id;
        if (publish && there?.state !== "published") await publishElection(tx, by, id);
        const note = there?.state === "published" || there?.state === "draft" ? changed : trace;
        note("election", id, first.line);
      });
      if ("problems" in outcome) problems.push(...outcome.problems);
      made.elections += 1;
      made.lists += lines.length;
    }
    return { made, problems };
  },
  undo: {
    election: {
      takeBack: (tx, by, id) => takeAway(tx, by, electionEditable, id),
    },
  },
};
