import { expect, it } from "vitest";
import type { AppError } from "../../http/errors.ts";
import { Workbooks } from "./workbooks.ts";

/** Works that end when they are told to. */
function works() {
  const open: PromiseWithResolvers<Uint8Array<ArrayBuffer>>[] = [];
  return {
    make: () => {
      const work = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
      open.push(work);
      return work.promise;
    },
    get begun() {
      return open.length;
    },
    end: (at: number) => open[at]!.resolve(new Uint8Array([at])),
    fail: (at: number) => open[at]!.reject(new Error("broken")),
  };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

it("whoever asks for the same workbook at the same time or later gets the one that was made", async () => {
  const { make, end } = works();
  const workbooks = new Workbooks();
  const both = [workbooks.workbook("a", make), workbooks.workbook("a", make)];
  end(0);
  const [first, second] = await Promise.all(both);
  expect(second).toBe(first);
  expect(await workbooks.workbook("a", () => expect.unreachable())).toBe(first);
});

it("workbooks are made one after the other, and a failure lets the next one through and is tried again", async () => {
  const all = works();
  const workbooks = new Workbooks();
  const first = workbooks.workbook("a", all.make);
  const second = workbooks.workbook("b", all.make);
  await turn();
  expect(all.begun).toBe(1);
  all.fail(0);
  await expect(first).rejects.toThrow("broken");
  await turn();
  expect(all.begun).toBe(2);
  all.end(1);
  expect(await second).toEqual(new Uint8Array([1]));
  const again = workbooks.workbook("a", all.make);
  await turn();
  all.end(2);
  expect(await again).toEqual(new Uint8Array([2]));
});

it("when too many wait already, the next is told to come again", async () => {
  const all = works();
  const workbooks = new Workbooks();
  const going = Array.from({ length: 17 }, (_, number) => workbooks.workbook(String(number), all.make));
  await turn();
  const refused = await workbooks.workbook("one more", all.make).catch((error: AppError) => error);
  expect(refused).toMatchObject({ code: "registers.busy", status: 503 });
  for (let at = 0; at < going.length; at += 1) {
    all.end(at);
    await going[at];
    await turn();
  }
  expect(all.begun).toBe(17);
});
