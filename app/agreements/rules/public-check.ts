import type { AnyFrozen } from "./freeze";
import type { CheckResult, Verification } from "./verify";

const PLACES = ["signature", "pdf", "seal", "platformKey", "key", "frozen"] as const;

/** Where a check does not hold, ready for words: the third clause and its title, the seventh event, a field. */
export type Where =
  | { kind: "clause"; index: number; title: string }
  | { kind: "commitment" | "item"; title: string }
  | { kind: "event"; sequence: string }
  | { kind: (typeof PLACES)[number] }
  | { kind: "field"; name: string };

/** Reads a place ("clause:c1", "event:7", "content.title") with the text it is in. */
export const whereOf = (place: string, frozen: AnyFrozen | null): Where => {
  const [kind = "", rest = ""] = place.split(/:(.*)/s);
  if (kind === "clause") {
    const index = frozen?.content?.clauses?.findIndex((one) => one.id === rest) ?? -1;
    return { kind, index: index + 1, title: frozen?.content?.clauses?.[index]?.title ?? rest };
  }
  if (kind === "commitment") {
    const promises = frozen?.form === 1 ? frozen.content?.commitments : undefined;
    return { kind, title: promises?.find((one) => one.id === rest)?.title ?? rest };
  }
  if (kind === "item") {
    const items = frozen?.form === 2 ? frozen.content?.items : undefined;
    return { kind, title: items?.find((one) => one.id === rest)?.label ?? rest };
  }
  if (kind === "event") return { kind, sequence: rest };
  const known = PLACES.find((one) => one === kind);
  return known ? { kind: known } : { kind: "field", name: place };
};

/** A person's name as strangers see it: the first character and stars. */
export const masked = (name: string): string =>
  `${[...name][0] ?? ""}${"*".repeat(Math.max(1, [...name].length - 1))}`;

export type PublicCheck = Omit<CheckResult, "place"> & { where: Where | null };

export type PublicVerification = {
  holds: boolean;
  checks: PublicCheck[];
  title: string;
  parties: string[];
  startsOn: string;
  endsOn: string;
  sealedAt: string | null;
  platformFingerprint: string;
};

/**
 * What anybody may know of a checked document: what holds, its title, its parties and its term. No clause, no promise, and
 * of persons the first character of the name.
 */
export const publicView = ({
  holds,
  results,
  frozen,
  seal,
  platformFingerprint,
}: Verification): PublicVerification => {
  const persons = new Set(
    frozen?.form === 2
      ? frozen.content?.parties?.filter((one) => one.kind === "person").map((one) => one.name)
      : [],
  );
  const seen = (name: string): string => (persons.has(name) ? masked(name) : name);
  return {
    holds,
    checks: results.map(({ place, values, ...result }) => ({
      ...result,
      values: {
        ...values,
        ...(typeof values.name === "string" && values.name ? { name: masked(values.name) } : {}),
        ...(typeof values.organization === "string" ? { organization: seen(values.organization) } : {}),
      },
      where: place ? whereOf(place, frozen) : null,
    })),
    title: frozen?.content?.title ?? "",
    parties: (frozen?.content?.parties ?? []).map((party) => seen(party.name)),
    startsOn: frozen?.content?.startsOn ?? "",
    endsOn: frozen?.content?.endsOn ?? "",
    sealedAt: seal?.sealedAt ?? null,
    platformFingerprint,
  };
};
