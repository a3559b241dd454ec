import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { invalidField, type Result, refuse } from "~/platform/result";
import { actingAs } from "../acting-as";
import type { Role } from "../actor";
import { lookAtLink, takeLink } from "../links.server";
import { hashPassword } from "../password.server";
import { passwordProblem } from "../rules/password-policy";
import { addMember } from "./add-member.server";
import { createPerson } from "./create-person.server";

/**
 * Joins an organization by invitation with a new account; the mailed link proves the address. Goes in: the link's
 * token, a name and a password. Comes out: the new person. Refuses a dead link, an address that has an account
 * (conflict: sign in instead) and a password the policy does not take.
 */
export const joinByInvitation = async (
  ctx: Ctx,
  input: { token: string; name: string; password: string },
): Promise<Result<{ personId: string }>> => {
  const link = await lookAtLink(input.token, "invitation", ctx.clock.now());
  if (!link) return refuse("not_found", "identity.errors.linkDead");
  const problem = passwordProblem(input.password, [link.email, input.name]);
  if (problem) return invalidField("password", problem.key, problem.values);
  if (await read.person.findUnique({ where: { emailHash: link.emailHash }, select: { id: true } })) {
    return refuse("conflict", "identity.errors.accountExists");
  }
  const passwordHash = await hashPassword(input.password);
  return decide(async (tx) => {
    const { organizationId, email, language, role } = await takeLink(tx, ctx, input.token, "invitation");
    if (!organizationId) return reject({ code: "not_found", key: "errors.notFound" });
    const personId = await createPerson(tx, ctx, { email, name: input.name, passwordHash, language });
    const acting = actingAs(ctx, { id: personId, name: input.name }, organizationId);
    await addMember(tx, acting, { personId, organizationId, role: role as Role });
    return { personId };
  });
};
