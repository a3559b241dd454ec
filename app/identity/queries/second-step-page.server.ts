import QRCode from "qrcode";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import type { PersonCtx } from "../actor";
import { emailOf } from "../mails.server";
import { isStrict } from "../rules/strong-account";
import { spacedSecret, totpUri } from "../rules/totp";
import { openTotp } from "../second-factor.server";

/** The square code of a text as one SVG path on a grid, with the size of the grid. */
const squareOf = (text: string): { size: number; path: string } => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  const dark = [...data].flatMap((bit, at) =>
    bit ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : [],
  );
  return { size, path: dark.join("") };
};

/**
 * The second step of the signed-in person: off; begun, with the secret as square code and as text; or on, with since when
 * and how many recovery codes are left. `required`: the account must have it; `demo`: here it is not asked for.
 */
export const secondStepPage = async (ctx: PersonCtx) => {
  const { personId } = ctx.actor;
  const [person, factor, left, kinds] = await Promise.all([
    read.person.findUniqueOrThrow({ where: { id: personId } }),
    read.secondFactor.findUnique({ where: { personId } }),
    read.recoveryCode.count({ where: { personId, usedAt: null } }),
    read.membership.findMany({
      where: { personId, endedAt: null },
      take: 50,
      select: { organization: { select: { kind: true } } },
    }),
  ]);
  const email = emailOf(person);
  const required = isStrict({
    isOperator: person.isOperator,
    kinds: kinds.map((one) => one.organization.kind),
  });
  const base = { email, required, demo: config().demo };
  if (!factor) return { ...base, state: "off" as const };
  if (factor.confirmedAt) {
    return { ...base, state: "on" as const, since: factor.confirmedAt.toISOString(), codesLeft: left };
  }
  const secret = openTotp(factor.secretSealed);
  return {
    ...base,
    state: "begun" as const,
    secret: spacedSecret(secret),
    square: squareOf(totpUri(secret, email)),
  };
};

export type SecondStep = Awaited<ReturnType<typeof secondStepPage>>;
