import type { ByteRange } from "./storage.ts";

/** A file of which everything that a ZIP says about it is known before it is read. */
export interface ZipEntry {
  /** With folders, joined by `/`. */
  name: string;
  /** Bytes. */
  size: number;
  crc32: number;
  /** As clocks on the wall show it; a ZIP knows no zone. Years before 1980 are not representable. */
  writtenAt: Temporal.PlainDateTime;
  /** The bytes of a part of it, which is never empty and lies inside. Ended early, it must let go of its source. */
  read(range: ByteRange, signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

export interface StoredZip {
  /** Bytes of the whole archive. */
  size: number;
  /** The bytes of a part of the archive, or all of them; only the entries that lie in it are read. */
  read(range: ByteRange, signal?: AbortSignal): AsyncGenerator<Uint8Array>;
}

interface Segment {
  size: number;
  read(range: ByteRange, signal?: AbortSignal): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}
interface Placed {
  entry: ZipEntry;
  name: Buffer;
  /** Of its local header, from the beginning of the archive. */
  offset: number;
}

/** Sizes, offsets and counts from these on stand in the wider Zip64 fields (APPNOTE 4.5.3). */
const wide = { size: 0xffffffff, count: 0xffff };
const version = { plain: 20, zip64: 45 };
/** The names are UTF-8 (bit 11). Sizes and sums stand in front of the files, so that a reader need not look ahead. */
const flags = 0x0800;
const stored = 0;
const zip64Extra = 0x0001;
/** Made on Unix, so that the rights mean something: a file that everybody may read. */
const madeBy = 3 << 8;
const readableFile = 0o100644 * 0x10000;

/** Little-endian numbers of 2, 4 or 8 bytes, one after another. */
function numbers(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}

/** The time in two bytes and the date in two more (APPNOTE 4.4.6). */
function dosTime({ year, month, day, hour, minute, second }: Temporal.PlainDateTime): readonly [2, number][] {
  return [
    [2, (hour << 11) | (minute << 5) | (second >> 1)],
    [2, ((year - 1980) << 9) | (month << 5) | day],
  ];
}

/** What an entry says of itself in front of its bytes (APPNOTE 4.3.7). */
function localHeader({ entry, name }: Placed): Buffer {
  const isWide = entry.size >= wide.size;
  const size = isWide ? wide.size : entry.size;
  const extra = isWide ? numbers([2, zip64Extra], [2, 16], [8, entry.size], [8, entry.size]) : Buffer.alloc(0);
  const head = numbers(
    [4, 0x04034b50],
    [2, isWide ? version.zip64 : version.plain],
    [2, flags],
    [2, stored],
    ...dosTime(entry.writtenAt),
    [4, entry.crc32],
    [4, size],
    [4, size],
    [2, name.length],
    [2, extra.length],
  );
  return Buffer.concat([head, name, extra]);
}

/** The same in the directory at the end, with where it stands (APPNOTE 4.3.12). */
function directoryHeader({ entry, name, offset }: Placed): Buffer {
  const isWide = entry.size >= wide.size;
  const isFar = offset >= wide.size;
  const size = isWide ? wide.size : entry.size;
  const wider = numbers(
    ...(isWide
      ? ([
          [8, entry.size],
          [8, entry.size],
        ] as const)
      : []),
    ...(isFar ? ([[8, offset]] as const) : []),
  );
  const extra = wider.length > 0 ? Buffer.concat([numbers([2, zip64Extra], [2, wider.length]), wider]) : wider;
  const needed = isWide || isFar ? version.zip64 : version.plain;
  const head = numbers(
    [4, 0x02014b50],
    [2, madeBy | version.zip64],
    [2, needed],
    [2, flags],
    [2, stored],
    ...dosTime(entry.writtenAt),
    [4, entry.crc32],
    [4, size],
    [4, size],
    [2, name.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, readableFile],
    [4, isFar ? wide.size : offset],
  );
  return Buffer.concat([head, name, extra]);
}

/** Where the directory is, at the very end, where readers begin (APPNOTE 4.3.14–16). */
function ending(count: number, offset: number, size: number): Buffer {
  const isWide = count >= wide.count || offset >= wide.size || size >= wide.size;
  const zip64 = numbers(
    [4, 0x06064b50],
    [8, 44],
    [2, madeBy | version.zip64],
    [2, version.zip64],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, offset],
    [4, 0x07064b50],
    [4, 0],
    [8, offset + size],
    [4, 1],
  );
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, isWide ? wide.count : count],
    [2, isWide ? wide.count : count],
    [4, isWide ? wide.size : size],
    [4, isWide ? wide.size : offset],
    [2, 0],
  );
  return isWide ? Buffer.concat([zip64, end]) : end;
}

const fixed = (bytes: Buffer): Segment => ({
  size: bytes.length,
  read: ({ start, end }) => [bytes.subarray(start, end + 1)],
});

/**
 * A ZIP of files as they are, whose length is known and of which any part can be read without the parts before it.
 * Nothing of it is kept in memory but the names; see `infra/decisions/0005-packages.md` for why it is written here.
 *
 *     const zip = storedZip(entries);
 *     headers.set("content-length", String(zip.size));
 *     for await (const chunk of zip.read({ start: 0, end: zip.size - 1 }, signal)) …
 */
export function storedZip(entries: readonly ZipEntry[]): StoredZip {
  const segments: Segment[] = [];
  const placed: Placed[] = [];
  let offset = 0;
  const add = (segment: Segment) => {
    segments.push(segment);
    offset += segment.size;
  };
  for (const entry of entries) {
    const place = { entry, name: Buffer.from(entry.name), offset };
    placed.push(place);
    add(fixed(localHeader(place)));
    if (entry.size > 0) add(entry);
  }
  const directory = Buffer.concat(placed.map(directoryHeader));
  const end = ending(placed.length, offset, directory.length);
  add(fixed(directory));
  add(fixed(end));

  return {
    size: offset,
    async *read({ start, end }, signal) {
      let begins = 0;
      for (const segment of segments) {
        const from = Math.max(start - begins, 0);
        const to = Math.min(end - begins, segment.size - 1);
        if (from <= to) yield* segment.read({ start: from, end: to }, signal);
        begins += segment.size;
        if (begins > end) return;
      }
    },
  };
}
