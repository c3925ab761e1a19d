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
  /** Somebody came by sending or following something, not back and not by drawing the page again. */
  isNew: boolean;
  /** Somebody is signed in. */
  isInside: boolean;
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
 * @returns whether it waits for whoever signs in
 */
export function settleSent(session: Storage, device: Storage, { href, isNew, isInside }: Arrival): boolean {
  const sent = sentIn(session);
  if (!sent) return false;
  if (!isInside) {
    session.setItem(place, JSON.stringify({ ...sent, isWaiting: true } satisfies Sent));
    return device.getItem(sent.key) !== null;
  }
  session.removeItem(place);
  const isTaken = new URL(href).searchParams.has("done") && (isNew || href !== sent.from);
  if (isTaken && !sent.isWaiting) device.removeItem(sent.key);
  return false;
}
