import { config } from "~/platform/config/config.server";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { DEMO_PERSONAS, type PersonaRow } from "../demo-personas";

/** The personas this demo's database holds, in their published order; null when this is no demo. */
export const demoPersonas = async (): Promise<PersonaRow[] | null> => {
  if (!config().demo) return null;
  const byHash = new Map(
    DEMO_PERSONAS.map((persona) => [lookupHash("person.email", persona.email), persona]),
  );
  const people = await read.person.findMany({
    where: { emailHash: { in: [...byHash.keys()] } },
    take: DEMO_PERSONAS.length,
    select: {
      emailHash: true,
      name: true,
      memberships: {
        where: { endedAt: null },
        orderBy: { createdAt: "asc" },
        take: 1,
        select: { organization: { select: { name: true } } },
      },
    },
  });
  const found = new Map(people.map((person) => [person.emailHash, person]));
  return [...byHash].flatMap(([hash, persona]) => {
    const person = found.get(hash);
    if (!person) return [];
    return [
      { ...persona, name: person.name, organization: person.memberships[0]?.organization.name ?? null },
    ];
  });
};
