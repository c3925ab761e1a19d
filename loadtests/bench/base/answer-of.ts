import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** The next message of a child. @throws if it ends instead of answering */
export async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const answered = new AbortController();
  const { signal } = answered;
  const ended = once(child, "exit", { signal }).then(([code, killedBy]) => {
    throw new Error(`A process of the bench ended with ${code ?? killedBy} instead of answering.`);
  });
  try {
    const [answer] = await Promise.race([once(child, "message", { signal }), ended]);
    return answer as Answer;
  } finally {
    answered.abort();
  }
}
