import { hash, verify } from "@node-rs/argon2";
import { isInTransaction } from "~/platform/db/gate.server";

/** OWASP's argon2id minimum: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password. Refuses to run inside a transaction: it would hold the write gate for its whole cost. */
export const hashPassword = (password: string): Promise<string> => {
  if (isInTransaction()) throw new Error("hashPassword inside a transaction");
  return hash(password.normalize("NFKC"), OPTIONS);
};

let decoy: Promise<string> | null = null;

/** Checks a password; without a stored hash it spends the same time, so that timing tells nobody who has an account. */
export const checkPassword = async (stored: string | null, password: string): Promise<boolean> => {
  if (stored) return verify(stored, password.normalize("NFKC"), OPTIONS);
  decoy ??= hashPassword("nobody has this password");
  await verify(await decoy, password.normalize("NFKC"), OPTIONS);
  return false;
};
