import type { SameKeys } from "~/platform/i18n/words";
import type { api as chinese } from "../zh-CN/api";

export const api: SameKeys<typeof chinese> = {
  noSuchAddress: "There is no such address. All of them are in /api/v1/openapi.json.",
  noSuchMajor: "There is no major with this code, or it was withdrawn.",
  noSuchListing: "There is no such listing, or it is no longer public.",
  onlyPost: "This address takes POST only.",
};
