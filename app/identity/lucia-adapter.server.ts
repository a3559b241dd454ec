import { createHash } from "node:crypto";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";

export const hashSessionId = (id: string): string => createHash("sha256").update(id).digest("hex");

type Row = NonNullable<Awaited<ReturnType<typeof read.session.findUnique>>>;

const toSession = (row: Row, id: string): DatabaseSession => ({
  id,
  userId: row.personId,
  expiresAt: row.expiresAt,
  attributes: {
    publicId: row.publicId,
    currentOrganizationId: row.currentOrganizationId,
    ip: row.ip,
    userAgent: row.userAgent,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
  },
});

const PERSON = {
  id: true,
  name: true,
  language: true,
  isOperator: true,
  lockedAt: true,
  passwordChangedAt: true,
  secondFactor: { select: { confirmedAt: true } },
} as const;

/** Lucia's storage over our tables. Session ids are stored only as SHA-256: a stolen table signs nobody in. */
export const luciaAdapter: Adapter = {
  getSessionAndUser: async (id): Promise<[DatabaseSession | null, DatabaseUser | null]> => {
    const row = await read.session.findUnique({
      where: { idHash: hashSessionId(id) },
      include: { person: { select: PERSON } },
    });
    if (!row || row.person.lockedAt) return [null, null];
    const { id: personId, secondFactor, lockedAt: _free, ...attributes } = row.person;
    const secondStep = Boolean(secondFactor?.confirmedAt);
    return [toSession(row, id), { id: personId, attributes: { ...attributes, secondStep } }];
  },
  getUserSessions: async (userId) => {
    const rows = await read.session.findMany({ where: { personId: userId }, take: 100 });
    return rows.map((row) => toSession(row, row.publicId));
  },
  setSession: async (session) => {
    await inTransaction((tx) =>
      tx.session.create({
        data: {
          idHash: hashSessionId(session.id),
          personId: session.userId,
          expiresAt: session.expiresAt,
          ...session.attributes,
        },
      }),
    );
  },
  updateSessionExpiration: async (id, expiresAt) => {
    await inTransaction((tx) =>
      tx.session.updateMany({
        where: { idHash: hashSessionId(id) },
        data: { expiresAt, lastSeenAt: new Date() },
      }),
    );
  },
  deleteSession: async (id) => {
    await inTransaction((tx) => tx.session.deleteMany({ where: { idHash: hashSessionId(id) } }));
  },
  deleteUserSessions: async (userId) => {
    await inTransaction((tx) => tx.session.deleteMany({ where: { personId: userId } }));
  },
  deleteExpiredSessions: async () => {
    await inTransaction((tx) => tx.session.deleteMany({ where: { expiresAt: { lt: new Date() } } }));
  },
};
