import { readStoredFile } from "./store.server";

/** A stored file as an attachment; the caller has already decided that this reader may have it. */
export const serveFile = async (file: {
  name: string;
  mediaType: string;
  storageKey: string;
}): Promise<Response> => {
  const bytes = await readStoredFile(file.storageKey);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Cache-Control": "private, no-store",
    },
  });
};
