import type { FieldError } from "~/platform/result";
import { EVIDENCE, type EvidenceKind } from "./evidence";

export type EvidenceSaid = {
  kind: EvidenceKind;
  doneOn: string;
  alsoOn: string | null;
  validTo: string | null;
  number: string | null;
  payer: string | null;
  scope: string | null;
  hasFile: boolean;
};

/** Kinds whose first date may lie ahead: what begins to hold on a day. */
const FROM: readonly EvidenceKind[] = ["insurance", "special"];

/**
 * What is wrong with a record that should open a gate. Goes in: what was typed, whether a file came with it, today. Comes
 * out: the fields at fault; none when it may be kept. Refuses a missing date, number or file of its kind, an end before
 * the beginning, and a day that has not come for something said to have happened. House rule.
 */
export const evidenceErrors = (said: EvidenceSaid, today: string): FieldError[] => {
  const shape = EVIDENCE[said.kind];
  const errors: FieldError[] = [];
  const lacks = (field: string, missing: boolean) => {
    if (missing) errors.push({ field, key: "errors.required" });
  };
  lacks("alsoOn", shape.also && said.alsoOn === null);
  lacks("validTo", shape.validTo === "needed" && said.validTo === null);
  lacks("number", shape.number && said.number === null);
  lacks("payer", said.kind === "insurance" && said.payer === null);
  lacks("scope", said.kind === "special" && said.scope === null);
  lacks("file", shape.file && !said.hasFile);
  if (!FROM.includes(said.kind) && said.doneOn > today) {
    errors.push({ field: "doneOn", key: "placements.errors.notYetDone" });
  }
  if (said.validTo !== null && said.validTo < said.doneOn) {
    errors.push({ field: "validTo", key: "placements.errors.endsBefore" });
  }
  if (said.alsoOn !== null && said.alsoOn > today) {
    errors.push({ field: "alsoOn", key: "placements.errors.notYetDone" });
  }
  return errors;
};
