import { gunzipSync, gzipSync } from "node:zlib";

/** Entries of one list: the least the standard allows, so that one entry hides among many. */
export const LIST_LENGTH = 131_072;

/**
 * Revoked entries as a Bitstring Status List (W3C 1.0): one bit for each index from the left, gzip, multibase base64url.
 * Goes in: the revoked indexes (0 … 131 071; others are ignored). Comes out: the encoded list.
 */
export const encodeList = (revoked: readonly number[]): string => {
  const bits = Buffer.alloc(LIST_LENGTH / 8);
  for (const index of revoked) {
    if (index < 0 || index >= LIST_LENGTH) continue;
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  }
  return `u${gzipSync(bits).toString("base64url")}`;
};

/** Whether an index is revoked in an encoded list; a list that is not one says true: what cannot be read is not trusted. */
export const isRevokedIn = (encoded: string, index: number): boolean => {
  if (!encoded.startsWith("u") || index < 0 || index >= LIST_LENGTH) return true;
  try {
    const bits = gunzipSync(Buffer.from(encoded.slice(1), "base64url"), { maxOutputLength: LIST_LENGTH });
    return ((bits[index >> 3] ?? 0xff) & (0x80 >> (index & 7))) !== 0;
  } catch {
    return true;
  }
};

/** The credential that carries a school's list, unsigned. `validFrom` is the instant of the latest revocation. */
export const statusListCredential = (
  urls: { issuer: string; list: string },
  revoked: readonly number[],
  validFrom: string,
) => ({
  "@context": ["https://www.w3.org/ns/credentials/v2"],
  id: urls.list,
  type: ["VerifiableCredential", "BitstringStatusListCredential"],
  issuer: urls.issuer,
  validFrom,
  credentialSubject: {
    id: `${urls.list}#list`,
    type: "BitstringStatusList",
    statusPurpose: "revocation",
    encodedList: encodeList(revoked),
  },
});
