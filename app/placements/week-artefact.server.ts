import { createHash } from "node:crypto";
import sharp from "sharp";
import { putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { invalidField, ok, type Result } from "~/platform/result";

export const WEEK_FILE_BYTES = 40 * 1024 * 1024;
/** A picture is kept at most so wide and high. House rule. */
const MOST_PIXELS = 1600;
/** A picture that unpacks to more than this is a trap, not a photo. */
const MOST_INPUT_PIXELS = 120_000_000;

export const WEEK_FILE_KINDS: readonly string[] = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
];

export type Artefact = {
  stored: { storageKey: string; sha256: string; bytes: number };
  /** hash of the file as it came, so that the same one is known again */
  hash: string;
  name: string;
  mediaType: string;
};

/**
 * Keeps the file of a week, before the transaction that points at it. Goes in: a received file of a known kind. Comes out:
 * where it is stored; a picture turned upright, at most 1,600 pixels, as a JPEG without its place, time and camera.
 * Refuses a picture that cannot be read.
 */
export const keepArtefact = async (file: ReceivedFile): Promise<Result<Artefact>> => {
  const hash = createHash("sha256").update(file.bytes).digest("hex");
  if (!file.mediaType.startsWith("image/")) {
    return ok({ stored: await putFile(file.bytes), hash, name: file.name, mediaType: file.mediaType });
  }
  try {
    const bytes = await sharp(file.bytes, { limitInputPixels: MOST_INPUT_PIXELS })
      .rotate()
      .resize({ width: MOST_PIXELS, height: MOST_PIXELS, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer();
    const name = `${file.name.replace(/\.[^.]*$/, "")}.jpg`;
    return ok({ stored: await putFile(new Uint8Array(bytes)), hash, name, mediaType: "image/jpeg" });
  } catch {
    return invalidField("file", "errors.fileKind");
  }
};
