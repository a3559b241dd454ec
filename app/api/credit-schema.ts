import { z } from "zod";

const transcriptLine = z.object({
  code: z.string(),
  name: z.string(),
  credits: z.number(),
  hours: z.int().nullable(),
  grade: z.string(),
  term: z.string(),
});

const school = z.object({ id: z.string(), name: z.string(), code: z.string().nullable() });

const subject = z
  .object({
    number: z.string().nullable().meta({ description: "学号 at the depositing school" }),
    transfer: z.string().nullable().meta({ description: "Reference of the transfer" }),
    newNumber: z.string().nullable().meta({ description: "学号 at the receiving school, once given" }),
  })
  .meta({ description: "Neither a name nor an identity number" });

const told = z.object({ zh: z.string(), en: z.string() });
const order = z.enum(["latest", "superseded", "late"]);

export const depositAnswer = z.object({
  id: z.string(),
  deposit: z.string(),
  sequence: z.int(),
  order: z
    .enum(["latest", "late"])
    .meta({ description: "late: below the last sequence; kept, over nothing" }),
  hash: z.string(),
  lines: z.int(),
  elsewhere: z.int().meta({ description: "Other schools that hold a transcript of the same person" }),
  receivedAt: z.string(),
});

export const transcriptList = z.object({
  transcripts: z.array(
    z.object({
      id: z.string(),
      deposit: z.string(),
      sequence: z.int(),
      order,
      transfer: z.string().nullable(),
      issuedOn: z.string(),
      receivedAt: z.string(),
      hash: z.string(),
      collectedAt: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});

export const storedTranscript = z.object({
  id: z.string(),
  deposit: z.string(),
  sequence: z.int(),
  order,
  school,
  student: subject,
  issuedOn: z.string(),
  receivedAt: z.string(),
  hash: z.string(),
  collectedAt: z.string().nullable(),
  lines: z.array(transcriptLine),
});

export const convertedTranscript = z.object({
  converted: z.object({
    id: z.string(),
    type: z.array(z.string()),
    issuer: z.string(),
    validFrom: z.string(),
    state: z.enum(["confirmed", "provisional"]),
    deposit: z.object({ id: z.string(), name: z.string(), sequence: z.int(), hash: z.string() }),
    student: subject,
    from: school,
    to: school,
    major: z.string().nullable(),
    asOf: z.string().meta({ description: "The day whose table and catalogue count" }),
    table: z.object({ ordinal: z.int(), inForceFrom: z.string(), verify: z.string().nullable() }).nullable(),
    digest: z.string(),
    lines: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        term: z.string(),
        grade: z.string(),
        earned: z.number(),
        outcome: z.enum(["recognised", "conditional", "elective", "not_recognised", "unknown"]),
        destination: z.object({ code: z.string(), name: z.string().nullable() }).nullable(),
        credits: z.number(),
        why: told.extend({
          key: z.string(),
          values: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
        decided: z.object({ reason: z.string() }).nullable(),
      }),
    ),
    owed: z.array(
      z.object({
        kind: z.enum(["course", "exam"]),
        code: z.string(),
        name: z.string(),
        credits: z.number(),
        hours: z.int(),
        why: told,
      }),
    ),
    totals: z.object({
      earned: z.number(),
      recognised: z.number(),
      elective: z.number(),
      owed: z.number(),
      unknown: z.int(),
    }),
  }),
  jws: z.string().meta({
    description:
      "Compact JWS (EdDSA) over the same, by the receiving school; keys at /organizations/{id}/jwks.json",
  }),
});

export const collectedAnswer = z.object({ id: z.string(), hash: z.string(), collectedAt: z.string() });

export const reconciliationAnswer = z.object({
  from: z.string(),
  to: z.string(),
  attempts: z.object({
    kept: z.int(),
    late: z.int(),
    repeated: z.int(),
    differs: z.int().meta({ description: "Same name and sequence, other contents" }),
    unsigned: z.int(),
  }),
  deposits: z.object({
    latest: z.int(),
    superseded: z.int(),
    late: z.int(),
    converted: z.int(),
    collected: z.int(),
    elsewhere: z.int(),
  }),
  incoming: z.object({ available: z.int(), collected: z.int() }),
  items: z.array(
    z.object({
      id: z.string(),
      deposit: z.string(),
      sequence: z.int(),
      order,
      student: z.string().nullable(),
      transfer: z.string().nullable(),
      receivedAt: z.string(),
      hash: z.string(),
      converted: z.boolean(),
      collectedAt: z.string().nullable(),
      collectedBy: z.string().nullable(),
      elsewhere: z.array(z.string()),
    }),
  ),
  more: z.boolean(),
});
