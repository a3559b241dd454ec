import type { OrganizationKind, Role } from "~/identity/actor";
import { addEvidence } from "~/organizations/commands/add-evidence.server";
import { submitForVerification } from "~/organizations/commands/submit-for-verification.server";
import { updateOrganizationProfile } from "~/organizations/commands/update-organization-profile.server";
import type { ProfileInput } from "~/organizations/schema";
import { read } from "~/platform/db/client.server";
import type { Result } from "~/platform/result";
import { cookieOf, givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";

/** An organization in a state with somebody who acts for it: the context of their commands and their cookie. */
export const givenMember = async (
  kind: OrganizationKind,
  name: string,
  options: { role?: Role; state?: string; email?: string } = {},
) => {
  const { role = "owner", state = "draft", email } = options;
  const id = await givenOrganization(kind, name, { state });
  const { personId } = await givenPerson("周老师", { organizationId: id, role }, email ? { email } : {});
  return {
    id,
    personId,
    ctx: memberCtx(personId, { id, kind, name, role, verified: state === "verified" }),
    cookie: await cookieOf(personId),
  };
};

export const granted = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};

export const refusalOf = <T>(result: Result<T>) => {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.refusal;
};

export const versionOf = async (id: string): Promise<number> =>
  (await read.organization.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

export const pdf = (name = "执照.pdf") => ({
  field: "evidence",
  name,
  mediaType: "application/pdf",
  bytes: new TextEncoder().encode(`%PDF-1.7 ${name}`),
});

export const schoolProfile = (version: number, schoolCode: string): ProfileInput => ({
  version,
  name: "岭南机电职业技术学校",
  schoolCode,
  region: "440113",
  address: "市桥街 1 号",
  contactName: "周老师",
  contactPhone: "13800138000",
  schoolLevel: "secondary",
  ownership: "public",
});

type Given = Awaited<ReturnType<typeof givenMember>>;

/** A school whose profile is whole, with evidence, submitted to the operator. Comes out: the review's id. */
export const givenSubmitted = async (school: Given, profile: Partial<ProfileInput> = {}): Promise<string> => {
  const input = { ...schoolProfile(await versionOf(school.id), "3644012345"), ...profile };
  const { version } = granted(await updateOrganizationProfile(school.ctx, input));
  granted(await addEvidence(school.ctx, [pdf()]));
  return granted(await submitForVerification(school.ctx, { version })).reviewId;
};
