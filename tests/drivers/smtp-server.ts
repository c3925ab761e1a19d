import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A message as a mail server takes it over: for whom, and its bytes. */
export interface TakenMail {
  recipients: string[];
  bytes: Buffer;
}

export interface TestSmtpServer {
  url: string;
  taken: TakenMail[];
  /** How many recipients it has refused. */
  refused(): number;
  /** What it answers to the next recipients; `null` takes everybody. */
  refuse(answer: { code: number; text: string } | null): void;
  close(): Promise<void>;
}

/** A real mail server on this machine that keeps what it takes. */
export async function startSmtpServer(): Promise<TestSmtpServer> {
  const taken: TakenMail[] = [];
  let refused = 0;
  let refusal: { code: number; text: string } | null = null;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo(_address, _session, done) {
      if (refusal) refused += 1;
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null);
    },
    onData(stream, session, done) {
      buffer(stream).then((bytes) => {
        taken.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), bytes });
        done();
      }, done);
    },
  });
  const listening = await new Promise<AddressInfo>((resolve) => {
    const net = server.listen(0, "127.0.0.1", () => resolve(net.address() as AddressInfo));
  });
  return {
    url: `smtp://127.0.0.1:${listening.port}`,
    taken,
    refused: () => refused,
    refuse: (answer) => {
      refusal = answer;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
