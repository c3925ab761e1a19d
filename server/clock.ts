/** The one source of "now". Tests and the demo fix it; nothing else calls `new Date()` for the present. */
export interface Clock {
  now(): Date;
  /** What telephones show, by which they count one-time codes: another day where the demo's world has its own. */
  ofDevices?(): Date;
}

export const deviceTime = (clock: Clock): Date => clock.ofDevices?.() ?? clock.now();

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands at an instant until it is moved. */
export function fixedClock(instant: string | Date): Clock & { moveTo(instant: string | Date): void } {
  let current = new Date(instant);
  return {
    now: () => new Date(current),
    moveTo: (next) => {
      current = new Date(next);
    },
  };
}
