import { Resolver } from "node:dns/promises";

/**
 * Name servers that know nothing and say so at once: how long those of the world take is no work of the server, and no
 * bench asks them.
 */
export function answerNames(): void {
  const nothing = async () => {
    throw Object.assign(new Error("No such name"), { code: "ENOTFOUND" });
  };
  Object.assign(Resolver.prototype, {
    resolveTxt: nothing,
    resolveCname: nothing,
    resolve4: nothing,
    resolve6: nothing,
  });
}
