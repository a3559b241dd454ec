import type { TransferPack } from "../pack";
import { GENERIC } from "./generic";
import { GUANGZHOU } from "./guangzhou";
import { SHANDONG } from "./shandong";
import { WENZHOU } from "./wenzhou";

/** Every regional pack the house knows; a new region or a new method is one more file named here. */
export const TRANSFER_PACKS: readonly TransferPack[] = [GUANGZHOU, SHANDONG, WENZHOU, GENERIC];
