import type { Person, PersonCtx } from "~/identity/actor";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { isId } from "~/platform/id";
import { refuseAuthorityWork, refuseSchoolWork, type Voice, voicesOf } from "./policy";
import type { TransferRow } from "./transfer-moves.server";

/** The region an authority answers for; null for anybody else. */
export const authorityRegionOf = async (reader: ReadClient | Tx, person: Person): Promise<string | null> => {
  if (person.organization?.kind !== "authority") return null;
  const found = await (reader as ReadClient).organization.findUnique({
    where: { id: person.organization.id },
    select: { regionCode: true },
  });
  return found?.regionCode ?? null;
};

/** A transfer with the voices a person has towards it; null when to them there is none. */
export const transferFor = async (
  reader: ReadClient | Tx,
  person: Person,
  id: string,
): Promise<{ transfer: TransferRow; voices: Voice[] } | null> => {
  if (!isId(id)) return null;
  const client = reader as ReadClient;
  const transfer = await client.transfer.findUnique({ where: { id } });
  if (!transfer) return null;
  const [guardian, region] = await Promise.all([
    client.guardian.findFirst({
      where: { studentId: transfer.studentId, personId: person.personId, endedAt: null },
      select: { id: true },
    }),
    authorityRegionOf(reader, person),
  ]);
  const voices = voicesOf(person, transfer, guardian !== null, region);
  return voices.length === 0 ? null : { transfer, voices };
};

/**
 * The transfer a command is about, in the voice it needs. Rejects what is not the person's (not found), a voice they do not
 * have towards it, and a role of the own school or authority that may not (forbidden).
 */
export const transferInVoice = async (
  tx: Tx,
  ctx: PersonCtx,
  id: string,
  wanted: readonly Voice[],
): Promise<{ transfer: TransferRow; voice: Voice }> => {
  const found = await transferFor(tx, ctx.actor, id);
  if (!found) return reject({ code: "not_found", key: "errors.notFound" });
  const voice = wanted.find((one) => found.voices.includes(one));
  if (!voice) return reject({ code: "forbidden", key: "transfers.errors.notYours" });
  const { organization } = ctx.actor;
  const refusal =
    voice === "sending" || voice === "receiving"
      ? organization && refuseSchoolWork({ organization })
      : voice === "authority"
        ? organization && refuseAuthorityWork({ organization })
        : null;
  if (refusal) return reject(refusal);
  return { transfer: found.transfer, voice };
};
