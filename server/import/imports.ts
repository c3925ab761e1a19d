import { electionsImport } from "../features/elections/elections.import.ts";
import { payImport } from "../features/pay/pay.import.ts";
import { membersImport } from "../features/people/members.import.ts";
import type { AnyImport } from "./import.ts";

/** What can be brought in from a CSV file, by the name of its register. */
export const imports: Readonly<Record<string, AnyImport>> = {
  elections: electionsImport,
  members: membersImport,
  pay: payImport,
};
