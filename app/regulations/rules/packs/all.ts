import type { Pack } from "../rule";
import { apprenticeshipPack } from "./apprenticeship";
import { cooperationPack } from "./cooperation";
import { internshipPack } from "./internship/pack";
import { internship2016Pack } from "./internship-2016/pack";
import { listingPack } from "./listing";
import { hunanPack } from "./provinces/43-hunan";
import { shaanxiPack } from "./provinces/61-shaanxi";

/** Every pack the house knows; a new regulation, province or year is one more file named here. */
export const PACKS: readonly Pack[] = [
  internshipPack,
  apprenticeshipPack,
  cooperationPack,
  listingPack,
  hunanPack,
  shaanxiPack,
  internship2016Pack,
];
