import { crc32, deflateRawSync } from "node:zlib";

export type ZipEntry = { name: string; bytes: Uint8Array };

const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

/** The date of every entry, 1980-01-01: the same contents make the same bytes. */
const DATE = 0x0021;

const header = (signature: number, central: boolean, entry: Packed): Buffer => {
  const bytes = Buffer.alloc(central ? 46 : 30);
  let at = bytes.writeUInt32LE(signature, 0);
  if (central) at = bytes.writeUInt16LE(20, at);
  at = bytes.writeUInt16LE(20, at);
  at = bytes.writeUInt16LE(UTF8_NAMES, at);
  at = bytes.writeUInt16LE(DEFLATED, at);
  at = bytes.writeUInt16LE(0, at);
  at = bytes.writeUInt16LE(DATE, at);
  at = bytes.writeUInt32LE(entry.crc, at);
  at = bytes.writeUInt32LE(entry.packed.length, at);
  at = bytes.writeUInt32LE(entry.size, at);
  at = bytes.writeUInt16LE(entry.name.length, at);
  if (central) bytes.writeUInt32LE(entry.offset, 42);
  return bytes;
};

type Packed = { name: Buffer; packed: Buffer; crc: number; size: number; offset: number };

/** Files as one ZIP archive, for downloads of a few entries held in memory. */
export const zipOf = (entries: readonly ZipEntry[]): Uint8Array => {
  const parts: Buffer[] = [];
  const packed: Packed[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const entry: Packed = {
      name: Buffer.from(name, "utf8"),
      packed: deflateRawSync(bytes),
      crc: crc32(bytes),
      size: bytes.length,
      offset,
    };
    const local = Buffer.concat([header(0x04034b50, false, entry), entry.name, entry.packed]);
    parts.push(local);
    packed.push(entry);
    offset += local.length;
  }
  const directory = Buffer.concat(packed.flatMap((entry) => [header(0x02014b50, true, entry), entry.name]));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
};
