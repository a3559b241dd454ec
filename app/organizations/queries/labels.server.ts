import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";

export type Labels = { region: string; industry: string };

/** A region's full name from the province down ("广东省广州市番禺区"); empty without a code. */
export const regionLabel = async (code: string): Promise<string> =>
  code ? regionName((await catalogue()).regions, code) : "";

/** The names behind an organization's codes: its region from the province down, its industry. Empty when unknown. */
export const labelsOf = async (organization: {
  regionCode: string;
  industryCode: string | null;
}): Promise<Labels> => {
  const { industries } = await catalogue();
  return {
    region: await regionLabel(organization.regionCode),
    industry: organization.industryCode ? (industries.get(organization.industryCode)?.name ?? "") : "",
  };
};

/** The provinces, in order of code: what lists of organizations are narrowed by. */
export const provinces = async (): Promise<{ code: string; name: string }[]> => {
  const { regions } = await catalogue();
  return [...regions.values()]
    .filter((region) => region.level === "province" && region.withdrawnIn === null)
    .map(({ code, name }) => ({ code, name }));
};
