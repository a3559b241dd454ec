import { createPerson } from "~/identity/commands/create-person.server";
import { hashPassword } from "~/identity/password.server";
import type { Ctx } from "~/platform/command";
import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { openMail } from "~/platform/mail/sealed-mail.server";
import { fixedClock } from "~/platform/time/clock";
import { NOW } from "~tests/fixtures/people";

export const PASSWORD = "Right-password-1";

/** The context of somebody who has not signed in, at a fixed time. */
export const visitor = (now = NOW): Ctx => ({
  actor: { kind: "anonymous", personId: null, organizationId: null, name: "" },
  clock: fixedClock(now),
  requestId: newId(),
});

export const minutesLater = (minutes: number): string =>
  new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

/** An account with a password, made as registration makes it. */
export const givenAccount = async (
  email = `${newId()}@test.example`,
  name = "林一",
): Promise<{ personId: string; email: string }> => {
  const passwordHash = await hashPassword(PASSWORD);
  const personId = await inTransaction((tx) =>
    createPerson(tx, visitor(), { email, name, passwordHash, language: "zh-CN" }),
  );
  return { personId, email };
};

/** The mails promised to an address, oldest first. */
export const mailsTo = async (
  email: string,
): Promise<{ subject: string; text: string; language: string }[]> => {
  const rows = await read.delivery.findMany({ where: { kind: "mail" }, orderBy: { id: "asc" } });
  return rows
    .map((row) => openMail(JSON.parse(row.payload) as Record<string, unknown>))
    .filter((mail) => mail.to === email);
};

/** The secret of the living link of a kind mailed to an address. */
export const tokenMailedTo = async (email: string, path: string): Promise<string> => {
  const pattern = new RegExp(`${path}/([\\w-]{43})`);
  for (const mail of await mailsTo(email)) {
    const token = pattern.exec(mail.text)?.[1];
    if (!token) continue;
    const living = { tokenHash: hashToken(token), usedAt: null, withdrawnAt: null };
    if (await read.linkToken.findFirst({ where: living })) return token;
  }
  throw new Error(`no living ${path} link was mailed to ${email}`);
};

export const eventNamesOf = async (type: string, id: string): Promise<string[]> =>
  (
    await read.event.findMany({ where: { subjectType: type, subjectId: id }, orderBy: { sequence: "asc" } })
  ).map((event) => event.name);
