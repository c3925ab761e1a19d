import { InvalidInput } from "../../http/problem.ts";

/** @throws {InvalidInput} when the last day comes before the first */
export function inOrder(beginsOn: string | null | undefined, endsOn: string | null | undefined): void {
  if (beginsOn && endsOn && endsOn < beginsOn)
    throw new InvalidInput([{ path: "endsOn", code: "people.ends_before_it_begins" }]);
}
