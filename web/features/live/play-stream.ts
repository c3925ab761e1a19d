import Hls from "hls.js";

/** A media fault that comes back so often is none from which a player recovers. */
const mostRecoveries = 3;

/**
 * Plays a stream where the browser cannot do so by itself.
 * @returns what ends it; `null` where it cannot be played at all
 */
export function playStream(video: HTMLVideoElement, address: string, onFailure: () => void): (() => void) | null {
  if (!Hls.isSupported()) return null;
  const player = new Hls({ enableWorker: false, lowLatencyMode: true });
  let recoveries = 0;
  player.on(Hls.Events.ERROR, (_, { fatal, type }) => {
    if (!fatal) return;
    if (type === Hls.ErrorTypes.MEDIA_ERROR && ++recoveries <= mostRecoveries) player.recoverMediaError();
    else onFailure();
  });
  player.loadSource(address);
  player.attachMedia(video);
  return () => player.destroy();
}
