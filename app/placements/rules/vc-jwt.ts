import { createPrivateKey, createPublicKey, type JsonWebKey, sign, verify } from "node:crypto";

/** A key of an issuer: its id and its public half (SPKI, base64 DER). */
export type IssuerKey = { kid: string; publicKey: string };

const part = (value: unknown): string => Buffer.from(JSON.stringify(value), "utf8").toString("base64url");

/**
 * Signs a credential as a compact JWS (VC-JWT of Open Badges 3.0: EdDSA, the credential's properties as claims beside iss,
 * jti, nbf and, where there is one, sub). Goes in: the credential, the key's id and private half (PKCS #8, base64 DER).
 */
export const signCredential = (
  credential: { id: string; issuer: string | { id: string }; validFrom: string },
  key: { kid: string; privateKey: string },
): string => {
  const payload = {
    ...credential,
    iss: typeof credential.issuer === "string" ? credential.issuer : credential.issuer.id,
    jti: credential.id,
    nbf: Math.floor(Date.parse(credential.validFrom) / 1000),
  };
  const text = `${part({ alg: "EdDSA", typ: "JWT", kid: key.kid })}.${part(payload)}`;
  const priv = createPrivateKey({
    key: Buffer.from(key.privateKey, "base64"),
    format: "der",
    type: "pkcs8",
  });
  return `${text}.${sign(null, Buffer.from(text, "utf8"), priv).toString("base64url")}`;
};

/** The public half of an Ed25519 key as JWK, for a JWKS. */
export const jwkOf = (key: IssuerKey): JsonWebKey & { kid: string; alg: string; use: string } => {
  const made = createPublicKey({ key: Buffer.from(key.publicKey, "base64"), format: "der", type: "spki" });
  return { ...made.export({ format: "jwk" }), kid: key.kid, alg: "EdDSA", use: "sig" };
};

export type JwtCheck =
  | { ok: true; kid: string; payload: Readonly<Record<string, unknown>> }
  /** not a JWS of three parts in JSON · another algorithm · a key the issuer does not hold · a byte was changed */
  | { ok: false; because: "unreadable" | "algorithm" | "strange_key" | "altered" };

const objectIn = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
};

/** What a JWT says of itself before anything is checked: its key's id and its claims. Null when it cannot be read. */
export const readJwt = (
  jwt: string,
): { header: Record<string, unknown>; payload: Record<string, unknown> } | null => {
  const parts = jwt.split(".");
  const header = objectIn(parts[0] ?? "");
  const payload = objectIn(parts[1] ?? "");
  return parts.length === 3 && header && payload ? { header, payload } : null;
};

/**
 * Checks a credential against the keys its issuer publishes. Comes out: its claims, or why it does not hold. Only EdDSA is
 * taken; a key named but not the issuer's is a stranger's, however well it signed.
 */
export const checkJwt = (jwt: string, keys: readonly IssuerKey[]): JwtCheck => {
  const read = readJwt(jwt);
  if (!read) return { ok: false, because: "unreadable" };
  const { kid, alg } = read.header;
  if (alg !== "EdDSA" || typeof kid !== "string") return { ok: false, because: "algorithm" };
  const key = keys.find((one) => one.kid === kid);
  if (!key) return { ok: false, because: "strange_key" };
  const at = jwt.lastIndexOf(".");
  const made = createPublicKey({ key: Buffer.from(key.publicKey, "base64"), format: "der", type: "spki" });
  const signature = Buffer.from(jwt.slice(at + 1), "base64url");
  const exact = signature.toString("base64url") === jwt.slice(at + 1);
  const holds = exact && verify(null, Buffer.from(jwt.slice(0, at), "utf8"), made, signature);
  return holds ? { ok: true, kid, payload: read.payload } : { ok: false, because: "altered" };
};
