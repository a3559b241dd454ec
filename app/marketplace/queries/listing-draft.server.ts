import type { Member } from "~/identity/actor";
import { codeFieldText } from "~/organizations/queries/resolve-code.server";
import { read } from "~/platform/db/client.server";
import type { Typed } from "~/platform/http/form-state";
import type { FieldError } from "~/platform/result";
import { type Clock, civilDate } from "~/platform/time/clock";
import { yuanText } from "~/ui/amount";
import type { Translator } from "~/words/translate";
import { findingLines } from "../finding-lines";
import { resolveStep } from "../listing-codes.server";
import { type ListingRecord, loadHost, loadListing } from "../listing-record.server";
import { readStep } from "../listing-schema";
import { checkListing } from "../rules/listing-check";
import {
  FIELDS,
  type FieldName,
  type FieldStep,
  fieldOf,
  isFieldName,
  type Step,
} from "../rules/listing-fields";
import { fieldsOf, stepsOf } from "../rules/listing-kinds";
import { fieldValue, missingFields } from "../rules/listing-values";
import { sameListings } from "./same-listings.server";

/** The text a field of a form shows for what is stored; several for rows and boxes. */
export type StoredText = string | string[] | null;

const storedText = async (record: ListingRecord, name: FieldName): Promise<StoredText> => {
  const value = fieldValue(record.columns, name);
  if (value === undefined) return null;
  const spec = fieldOf(name);
  if (spec.type === "money") return yuanText(Number(value));
  if (spec.type === "yesNo") return value ? "yes" : "no";
  if (spec.type === "declaration") return "on";
  if (spec.type === "lines") return (value as string[]).join("\n");
  if (spec.type === "region") return codeFieldText("regions", String(value));
  if (spec.type === "occupation") return codeFieldText("occupations", String(value));
  if (spec.type === "majors") {
    return Promise.all(record.columns.majorCodes.map((code) => codeFieldText("majors", code)));
  }
  if (spec.type === "choicesOrNone" || spec.type === "hazards") {
    return (value as string[]).length === 0 ? ["none"] : [...(value as string[])];
  }
  return String(value);
};

/** What stands wrong in fields kept as typed: read again so that coming back shows the same messages. */
const unreadErrors = async (record: ListingRecord, unread: Typed, step: FieldStep): Promise<FieldError[]> => {
  const form = new FormData();
  for (const [name, typed] of Object.entries(unread)) {
    for (const one of Array.isArray(typed) ? typed : [typed]) form.append(name, one);
  }
  const read = readStep(form, record.kind, record.direction, step);
  const codes = await resolveStep(read);
  return [...read.errors, ...codes.errors];
};

const fieldsView = async (record: ListingRecord, step: FieldStep, unread: Typed) =>
  Promise.all(
    fieldsOf(record.kind, record.direction, step).map(async ({ name, required }) => ({
      name,
      required,
      spec: FIELDS[name],
      stored: unread[name] ?? (await storedText(record, name)),
    })),
  );

export type FieldView = Awaited<ReturnType<typeof fieldsView>>[number];

const stepOfField = (record: ListingRecord, name: FieldName): FieldStep | undefined =>
  fieldsOf(record.kind, record.direction).find((use) => use.name === name)?.step;

/** The page of one step where a field is filled in. */
const fieldHref = (record: ListingRecord) => (name: FieldName) => {
  const step = stepOfField(record, name);
  return step ? `/listings/${record.row.id}/edit/${step}#${name}` : null;
};

/**
 * What one step of a draft shows. In: the listing's id, its member, the step, the clock and the reader's words. Out: null
 * for another's listing or a step this kind does not have; else its fields with what is stored or was last typed, how
 * far each step is, and on the last step what the rules say.
 */
export const listingDraft = async (id: string, member: Member, step: Step, clock: Clock, t: Translator) => {
  const record = await loadListing(read, id, member);
  if (!record) return null;
  const { kind, direction } = record;
  const steps = stepsOf(kind, direction);
  if (!steps.includes(step)) return null;
  const unread = JSON.parse(record.row.unread ?? "{}") as Typed;
  const missing = missingFields(kind, direction, record.columns);
  const wrong = new Set(
    [...Object.keys(unread).filter(isFieldName), ...missing].map((name) => stepOfField(record, name)),
  );
  const broken = new Set(
    Object.keys(unread)
      .filter(isFieldName)
      .map((name) => stepOfField(record, name)),
  );
  const host = await loadHost(read, record);
  const href = fieldHref(record);
  const check =
    step === "check" ? checkListing(kind, direction, record.columns, host, civilDate(clock.now())) : null;
  const posts =
    step === "check" || !fieldsOf(kind, direction, step).some(({ name }) => name === "post")
      ? []
      : await read.post.findMany({
          where: { organizationId: member.organizationId, closedAt: null },
          orderBy: { name: "asc" },
          take: 100,
          select: { id: true, name: true },
        });
  return {
    id,
    version: record.row.version,
    state: record.state,
    kind,
    direction,
    title: record.row.title,
    steps: steps.map((one) => ({
      step: one,
      done: one !== "check" && !wrong.has(one),
      broken: one !== "check" && broken.has(one),
    })),
    fields: step === "check" ? [] : await fieldsView(record, step, unread),
    errors: step === "check" ? [] : await unreadErrors(record, unread, step),
    posts,
    verified: host.verified,
    check: check && {
      verdict: check.verdict,
      missing: [...new Set([...missing, ...Object.keys(unread).filter(isFieldName)])].map((name) => ({
        name,
        href: href(name),
      })),
      findings: findingLines(check.findings, t, href),
      same: await sameListings(record.row),
      reason: record.row.publishReason,
    },
  };
};

export type ListingDraft = NonNullable<Awaited<ReturnType<typeof listingDraft>>>;
