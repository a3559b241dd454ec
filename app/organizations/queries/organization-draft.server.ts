import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { FieldError, Result } from "~/platform/result";
import type { OrganizationDraft, OrganizationInput, SelfRegisteredKind } from "../registration-schema";
import { normalizeSchoolCode, schoolCodeProblem } from "../rules/school-code";
import { normalizeUscc, usccProblem } from "../rules/uscc";
import { resolveRegion } from "./resolve-code.server";

type Codes = Pick<OrganizationDraft, "uscc" | "schoolCode">;

const codeOf = (kind: SelfRegisteredKind, typed: string): Codes | FieldError => {
  if (kind === "school" || kind === "general_school") {
    const schoolCode = normalizeSchoolCode(typed);
    const problem = schoolCodeProblem(schoolCode, kind);
    return problem
      ? { field: "code", key: `registration.errors.schoolCode_${problem}` }
      : { uscc: null, schoolCode };
  }
  const uscc = normalizeUscc(typed);
  const problem = usccProblem(uscc);
  return problem ? { field: "code", key: `registration.errors.uscc_${problem}` } : { uscc, schoolCode: null };
};

/**
 * Reads what somebody typed about their organization. Comes out: the draft with normalized codes and the region's
 * code; refuses, beside the field, a code that is not well formed, a region that is unknown, ambiguous, or as wide as
 * a province.
 */
export const organizationDraft = async (input: OrganizationInput): Promise<Result<OrganizationDraft>> => {
  const fields: FieldError[] = [];
  const codes = codeOf(input.kind, input.code);
  if ("field" in codes) fields.push(codes);
  const region = await resolveRegion("region", input.region);
  if (!region.ok) fields.push(region.error);
  else if ((await catalogue()).regions.get(region.row.code)?.level === "province") {
    fields.push({
      field: "region",
      key: "registration.errors.regionWide",
      values: { name: region.row.name },
    });
  }
  if (fields.length > 0 || "field" in codes || !region.ok) {
    return { ok: false, refusal: { code: "invalid", key: "errors.checkFields", fields } };
  }
  return { ok: true, value: { kind: input.kind, name: input.name, ...codes, regionCode: region.row.code } };
};
