import Hls from "hls.js";

/** Plays a stream where the browser cannot do so by itself. `false` where it cannot be played at all. */
export function playStream(video: HTMLVideoElement, address: string, onFailure: () => void): boolean {
  if (!Hls.isSupported()) return false;
  const player = new Hls({ enableWorker: false, lowLatencyMode: true });
  player.on(Hls.Events.ERROR, (_, { fatal, type }) => {
    if (!fatal) return;
    if (type === Hls.ErrorTypes.MEDIA_ERROR) player.recoverMediaError();
    else onFailure();
  });
  player.loadSource(address);
  player.attachMedia(video);
  return true;
}
