/** A form that was just sent: where it is kept, and the address of the page it was sent from. */
interface Sent {
  key: string;
  from: string;
  /** It was not taken: whoever sent it had to sign in first. */
  isWaiting?: true;
}
const place = "sent-kept";

/** A page as far as it tells whether a form was taken. */
export interface Arrival {
  href: string;
  /** The page that somebody came from, which may have been left before its script came; empty where nobody knows. */
  before: string;
  /** Somebody came by sending or following something, not back and not by drawing the page again. */
  isNew: boolean;
  /** Somebody is signed in. */
  isInside: boolean;
}

/** A form that was not taken, as whoever sent it had to sign in: it still waits for that, or comes back now. */
export interface Unsent {
  key: string;
  isBack: boolean;
}

function sentIn(session: Storage): Sent | null {
  try {
    return JSON.parse(session.getItem(place) ?? "null") as Sent | null;
  } catch {
    return null;
  }
}

/** Notes that a form is on its way. */
export const noteSent = (session: Storage, key: string, from: string): void =>
  session.setItem(place, JSON.stringify({ key, from } satisfies Sent));

/**
 * What became of the form that was sent before this page: the address says it when it was done, and then it is kept no
 * longer. Whoever has to sign in first finds it afterwards.
 */
export function settleSent(
  session: Storage,
  device: Storage,
  { href, before, isNew, isInside }: Arrival,
): Unsent | null {
  const sent = sentIn(session);
  if (!sent) return null;
  const { key, from, isWaiting } = sent;
  if (!isInside) {
    session.setItem(place, JSON.stringify({ ...sent, isWaiting: true } satisfies Sent));
    return device.getItem(key) === null ? null : { key, isBack: false };
  }
  session.removeItem(place);
  if (isWaiting) return { key, isBack: true };
  const isDone = (address: string) => URL.canParse(address) && new URL(address).searchParams.has("done");
  if ((isDone(href) && (isNew || href !== from)) || (isDone(before) && before !== from)) device.removeItem(key);
  return null;
}
