import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A start that cannot go on, told in one sentence. */
export class StartRefused extends Error {
  override name = "StartRefused";
}

/** Takes the port. Returns the one that was taken. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const sentences: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program: stop it, or choose another with PORT.`,
        EACCES: `Port ${port} needs rights that this user does not have: choose one above 1023 with PORT.`,
        EADDRNOTAVAIL: `HOST ${host} is no address of this machine.`,
        ENOTFOUND: `HOST ${host} is no address of this machine.`,
      };
      const sentence = sentences[error.code ?? ""];
      reject(sentence ? new StartRefused(sentence) : error);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Lets answers under way finish, for at most ten seconds, and takes no more requests. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
