import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical";

export type ChainLink = {
  id: string;
  subjectType: string;
  subjectId: string;
  sequence: number;
  name: string;
  at: string;
  actor: string;
  payload: string;
  requestId: string;
  previousHash: string;
};

export const CHAIN_START = "0".repeat(64);

/** The SHA-256 (hex) of one event including the hash before it: changing any earlier byte changes every later hash. */
export const linkHash = (link: ChainLink): string =>
  createHash("sha256").update(canonicalJson(link)).digest("hex");

/**
 * Recomputes a subject's chain. Goes in: its events in order of sequence. Comes out: intact, or the sequence of the
 * first event that does not hold and what is wrong with it.
 */
export const verifyChain = (
  links: readonly (ChainLink & { hash: string })[],
): { intact: true } | { intact: false; sequence: number; problem: "hash" | "previous" | "gap" } => {
  let previous = CHAIN_START;
  for (const [index, { hash, ...link }] of links.entries()) {
    if (link.sequence !== index + 1) return { intact: false, sequence: index + 1, problem: "gap" };
    if (link.previousHash !== previous)
      return { intact: false, sequence: link.sequence, problem: "previous" };
    if (linkHash(link) !== hash) return { intact: false, sequence: link.sequence, problem: "hash" };
    previous = hash;
  }
  return { intact: true };
};
