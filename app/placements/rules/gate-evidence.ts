import type { EvidenceKind } from "./evidence";
import type { GateKey } from "./gates";

/** Which records are kept under which gate, the one asked most first. House rule. */
export const KINDS_OF_GATE: Record<GateKey, readonly EvidenceKind[]> = {
  inspection: ["inspection"],
  units: ["unit_list"],
  consents: ["lodging"],
  filing: ["filing", "province", "special"],
  plan: ["plan"],
  rules: ["rules"],
  agreement: ["insurance"],
  training: ["training", "safety_test"],
};
