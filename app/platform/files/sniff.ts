const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const looksLikeText = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, 4096);
  return !head.includes(0);
};

const OFFICE: Record<string, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};

/**
 * The media type of a file by its first bytes; the name only chooses between formats that share them (Office files
 * are ZIPs, CSV is text). Null when it is none of the kinds the platform takes: a renamed program is one of these.
 */
export const sniffMediaType = (bytes: Uint8Array, name: string): string | null => {
  const extension = name.toLowerCase().split(".").at(-1) ?? "";
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return "application/pdf";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8))
    return "image/webp";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return OFFICE[extension] ?? null;
  if (!looksLikeText(bytes)) return null;
  if (extension === "csv") return "text/csv";
  if (extension === "json") return "application/json";
  if (extension === "txt") return "text/plain";
  return null;
};

/** Kinds that may be attached to a message or given as evidence. */
export const DOCUMENT_KINDS: readonly string[] = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  ...Object.values(OFFICE),
  "text/csv",
  "text/plain",
];
