const fatal = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * The text of a file whose encoding nobody wrote down. Goes in: bytes. Comes out: the text without byte-order mark,
 * read as UTF-16 when it carries that mark (Excel's "Unicode text"), else as UTF-8 when it is valid UTF-8, else as
 * GB 18030, which holds every GBK file. House rule.
 */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return fatal("utf-8", bytes) ?? new TextDecoder("gb18030").decode(bytes);
};
