import type { ToSign } from "./commands/sign-agreements.server";

/** The documents ticked in a form, each with the digest of the text that was shown: "id:digest". */
export const documentsToSign = (form: FormData): ToSign[] =>
  form
    .getAll("document")
    .map(String)
    .slice(0, 300)
    .flatMap((one) => {
      const [documentId, digest] = one.split(":");
      return documentId && digest ? [{ documentId, digest }] : [];
    });
