import { connect, type Socket } from "node:net";

export interface Drained {
  /** Answers that came whole. */
  whole: number;
  bytes: number;
}

/** A person who downloads a file again and again, and looks at nothing of it. */
export class Drain {
  readonly #socket: Socket;
  #bytes = 0;
  #whole = 0;

  /** @param bytesPerSecond how fast their line is; without it as fast as this machine. */
  constructor(port: number, path: string, host: string, bytesPerSecond = Number.POSITIVE_INFINITY) {
    const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    this.#socket = connect(port, "127.0.0.1");
    let missing = 0;
    let allowed = bytesPerSecond / 10;
    const line = setInterval(() => {
      allowed = bytesPerSecond / 10;
      this.#socket.resume();
    }, 100);
    this.#socket.on("close", () => clearInterval(line)).on("error", () => {});
    this.#socket.on("data", (chunk) => {
      let { length } = chunk;
      if (missing === 0) {
        const end = chunk.indexOf("\r\n\r\n");
        missing = Number(/^content-length: *(\d+)/im.exec(chunk.toString("latin1", 0, end))?.[1] ?? Number.NaN);
        if (Number.isNaN(missing)) return void this.#socket.destroy();
        length -= end + 4;
      }
      missing -= length;
      this.#bytes += length;
      allowed -= length;
      if (allowed <= 0) this.#socket.pause();
      if (missing > 0) return;
      this.#whole += 1;
      this.#socket.write(request);
    });
    this.#socket.write(request);
  }

  get drained(): Drained {
    return { whole: this.#whole, bytes: this.#bytes };
  }

  leave(): void {
    this.#socket.destroy();
  }
}
