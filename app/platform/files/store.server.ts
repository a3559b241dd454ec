import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { config } from "../config/config.server";
import type { Tx } from "../db/gate.server";
import { newId } from "../id";

const pathOf = (key: string): string => path.join(config().dataDir, "files", key.slice(0, 2), key);

/** Writes bytes under a random key before the transaction that will point at them; an orphan is harmless. */
export const putFile = async (
  bytes: Uint8Array,
): Promise<{ storageKey: string; sha256: string; bytes: number }> => {
  const storageKey = randomBytes(24).toString("hex");
  const target = pathOf(storageKey);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(`${target}.part`, bytes);
  await rename(`${target}.part`, target);
  return { storageKey, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length };
};

export const readStoredFile = (storageKey: string): Promise<Buffer> => readFile(pathOf(storageKey));

export const dropFile = (storageKey: string): Promise<void> => rm(pathOf(storageKey), { force: true });

/** Records a stored file as belonging to a subject, inside the change that brings it. Comes out: the file's id. */
export const attachFile = async (
  tx: Tx,
  file: {
    stored: { storageKey: string; sha256: string; bytes: number };
    name: string;
    mediaType: string;
    subject: { type: string; id: string };
    organizationId: string | null;
    uploadedBy: string;
    at: Date;
  },
): Promise<string> => {
  const id = newId(file.at.getTime());
  await tx.storedFile.create({
    data: {
      id,
      organizationId: file.organizationId,
      subjectType: file.subject.type,
      subjectId: file.subject.id,
      name: file.name.slice(0, 200),
      mediaType: file.mediaType,
      uploadedBy: file.uploadedBy,
      createdAt: file.at,
      ...file.stored,
    },
  });
  return id;
};
