import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";
import { MOST_TRANSCRIPT_LINES } from "./conversion-record.server";
import { lineKey } from "./rules/convert";

const line = z.strictObject({
  code: z.string().min(1).max(30).meta({ description: "课程代码 · The course's code at your school" }),
  name: z.string().min(1).max(60),
  credits: z
    .number()
    .min(0)
    .max(100)
    .refine((credits) => Number.isInteger(Math.round(credits * 1_000) / 10), "creditStore.errors.decimals")
    .meta({ description: "学分，最多两位小数 · Credits, two decimals at most" }),
  hours: z.number().int().min(0).max(2_000).nullish(),
  grade: z
    .string()
    .min(1)
    .max(20)
    .meta({ description: "成绩，百分制或等级 · As printed: a score of 100, or a band" }),
  term: z.string().min(1).max(20).meta({ description: "学期，例如 1-1 · The term, such as 1-1" }),
});

/** A standard transcript (标准成绩单) as a school's own system deposits it. Published as JSON Schema. */
export const transcriptDocument = z
  .strictObject({
    form: z.literal("bridge-transcript/1"),
    deposit: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,60}$/, "creditStore.errors.depositName")
      .meta({ description: "贵校给这份成绩单的编号 · Your own name of this transcript" }),
    sequence: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .meta({ description: "同一编号的第几次，越新越大 · Rises with every newer one of the same name" }),
    student: z.strictObject({
      number: z.string().min(1).max(40).meta({ description: "学号 · The student number on your roll" }),
    }),
    issuedOn: z.string().refine(isCivilDate, "errors.notADate").meta({ format: "date" }),
    lines: z.array(line).min(1).max(MOST_TRANSCRIPT_LINES),
  })
  .superRefine((document, ctx) => {
    const seen = new Set<string>();
    for (const [index, one] of document.lines.entries()) {
      const key = lineKey(one);
      if (seen.has(key))
        ctx.addIssue({ code: "custom", path: ["lines", index, "code"], message: "credits.errors.twice" });
      seen.add(key);
    }
  });

export const collectedBody = z.strictObject({
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: "The hash of the transcript as you received it" }),
});

const day = z.string().refine(isCivilDate, "errors.notADate");
const MOST_DAYS = 400;

export const reconciliationQuery = z
  .object({ from: day, to: day })
  .refine((query) => query.from <= query.to, { path: ["to"], message: "creditStore.errors.toBefore" })
  .refine((query) => Date.parse(query.to) - Date.parse(query.from) <= MOST_DAYS * 86_400_000, {
    path: ["to"],
    message: "creditStore.errors.tooLong",
  });

export const transcriptsQuery = z.object({
  side: z.enum(["deposited", "collectable"]).default("collectable"),
  after: z.uuid().optional(),
});

export const secretForm = z.object({ version: z.number().int() });
