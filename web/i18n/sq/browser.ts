import { sq } from "./index.ts";

/** What the browser begins with in Albanian … */
export const phrases = sq;
/** … and what comes with the pages that speak it: files by their path, each with one set of phrases. */
export const later = import.meta.glob<Record<string, Record<string, string>>>([
  "./{home,directory,parts,procedures,readiness-plan,publications,headlines,collection,due,matters,periods}.ts",
  "./{people,members,person,bodies,elections,pay,drafts,draft,plan,calendar,registers}.ts",
  "./{following,watch,meetings,meeting,meeting-lists,acts,act,acts-register,search,recordings}.ts",
]);
