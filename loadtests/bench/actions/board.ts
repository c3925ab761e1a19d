import { boardPaths } from "../../../server/features/readiness/readiness.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { inBoth } from "./kinds.ts";
import type { Work } from "./office.ts";

/** An element of the board, and whether its readers see the plan. */
export const keepTheBoard: Work = async ({ secretary: desk }, turn) => {
  const element = fillPath(boardPaths.one, { code: "I.3.6" }).sq;
  await desk.send("an element is judged and planned", element, "element", {
    ...{ "own.level": "partial", ...inBoth("own.note", `Në punë (${turn}).`, `At work (${turn}).`) },
    ...{ ...inBoth("short.text", "Botohet.", "Published."), "short.dueOn": "2027-03-01" },
  });
  await desk.send("an element is commented on", element, "element", { comment: `Shih vendimin ${turn}.` });
  await desk.send("the plan is shown or hidden", boardPaths.board.sq, "/botimi");
};
