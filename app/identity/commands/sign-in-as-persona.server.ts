import { config } from "~/platform/config/config.server";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { notFound, ok, type Result, refuse } from "~/platform/result";
import { DEMO_PERSONAS } from "../demo-personas";

/**
 * Signs in as one of the demo city's people without a password. Goes in: the persona's e-mail address. Comes out: the
 * person. Refuses (not found) unless the server runs with DEMO=1, for anybody who is not a listed persona, and for a
 * persona this database does not hold; (forbidden) one the operator keeps out. No second step is asked.
 */
export const signInAsPersona = async (input: { email: string }): Promise<Result<{ personId: string }>> => {
  if (!config().demo || !DEMO_PERSONAS.some((persona) => persona.email === input.email)) return notFound();
  const person = await read.person.findUnique({
    where: { emailHash: lookupHash("person.email", input.email) },
    select: { id: true, lockedAt: true },
  });
  if (!person) return notFound();
  if (person.lockedAt) return refuse("forbidden", "identity.errors.keptOut");
  return ok({ personId: person.id });
};
