import { actsImport } from "../features/acts/acts.import.ts";
import { electionsImport } from "../features/elections/elections.import.ts";
import { meetingsImport } from "../features/meetings/meetings.import.ts";
import { payImport } from "../features/pay/pay.import.ts";
import { membersImport } from "../features/people/members.import.ts";
import type { AnyImport } from "./import.ts";

/** What can be brought in from a table, by the name of its register. */
export const imports = {
  acts: actsImport,
  elections: electionsImport,
  meetings: meetingsImport,
  members: membersImport,
  pay: payImport,
} satisfies Record<string, AnyImport>;
export type ImportName = keyof typeof imports;
export const isImportName = (name: string | undefined): name is ImportName =>
  name !== undefined && Object.hasOwn(imports, name);
