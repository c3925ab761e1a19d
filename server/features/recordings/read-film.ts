import { read } from "node:fs";
import { promisify } from "node:util";
import { CustomSource, EncodedPacketSink, Input, MP4, WEBM } from "mediabunny";
import { AppError } from "../../http/errors.ts";
import { fileDamaged } from "../../storage/errors.ts";
import { longestRecording } from "./chapters.shared.ts";
import { notAVideo } from "./recordings.errors.ts";

const readAt = promisify(read);
/** More than the first and the last second of any film. */
const patience = 20_000;

/**
 * Reads the head of a film, and its first and last picture: a file that broke off on its way has no end.
 * @param fd of the whole file, open for reading by place
 * @param size in bytes
 * @returns how long it is, in seconds; `null` where it does not say, or says more than any meeting lasts
 * @throws `recordings.not_a_video` for one without pictures, `files.damaged`
 */
export async function readFilm(fd: number, size: number, fileName: string): Promise<{ duration: number | null }> {
  const source = new CustomSource({
    getSize: () => size,
    async read(start, end) {
      const piece = Buffer.alloc(end - start);
      const { bytesRead } = await readAt(fd, piece, 0, piece.byteLength, start);
      return piece.subarray(0, bytesRead);
    },
  });
  const input = new Input({ formats: [MP4, WEBM], source });
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("The film takes too long to read")), patience);
  try {
    return await Promise.race([look(input), late.promise]);
  } catch (error) {
    throw error instanceof AppError ? error : fileDamaged(fileName, error);
  } finally {
    clearTimeout(timer);
    input.dispose();
  }

  async function look(film: Input) {
    const track = await film.getPrimaryVideoTrack();
    if (!track) throw (await film.getPrimaryAudioTrack()) ? notAVideo(fileName) : fileDamaged(fileName);
    const pictures = new EncodedPacketSink(track);
    const [first, last] = [await pictures.getFirstPacket(), await pictures.getPacket(Number.POSITIVE_INFINITY)];
    if (!first?.data.byteLength || !last?.data.byteLength) throw fileDamaged(fileName);
    const said = (await film.getDurationFromMetadata()) ?? 0;
    const seconds = Math.round(Math.max(said, last.timestamp + last.duration));
    return { duration: seconds > 0 && seconds <= longestRecording ? seconds : null };
  }
}
