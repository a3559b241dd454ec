import type { z } from "zod";
import type { FieldError } from "../result";

type Issue = z.core.$ZodIssue;

const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, part) =>
      typeof part === "number" ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part),
    "",
  );

const FORMAT_KEYS: Record<string, string> = {
  email: "errors.notAnEmail",
  url: "errors.notAUrl",
  uuid: "errors.notAUuid",
  date: "errors.notADate",
  datetime: "errors.notADate",
};

const bound = (value: unknown): number => Number(value);

const keyOf = (issue: Issue): { key: string; values?: FieldError["values"] } => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return { key: "errors.required" };
      if (issue.expected === "number") return { key: "errors.notANumber" };
      if (issue.expected === "int") return { key: "errors.notAnInteger" };
      return { key: issue.message.startsWith("errors.") ? issue.message : "errors.wrongFormat" };
    case "too_small":
      if (issue.origin === "string") {
        return bound(issue.minimum) <= 1
          ? { key: "errors.required" }
          : { key: "errors.tooShort", values: { min: bound(issue.minimum) } };
      }
      if (issue.origin === "array" || issue.origin === "set") {
        return { key: "errors.tooFew", values: { min: bound(issue.minimum) } };
      }
      return { key: "errors.tooSmall", values: { min: bound(issue.minimum) } };
    case "too_big":
      if (issue.origin === "string") return { key: "errors.tooLong", values: { max: bound(issue.maximum) } };
      if (issue.origin === "array" || issue.origin === "set") {
        return { key: "errors.tooMany", values: { max: bound(issue.maximum) } };
      }
      return { key: "errors.tooLarge", values: { max: bound(issue.maximum) } };
    case "invalid_format":
      return { key: FORMAT_KEYS[issue.format] ?? "errors.wrongFormat" };
    case "invalid_value":
      return { key: issue.input === undefined ? "errors.required" : "errors.notAChoice" };
    case "invalid_union":
      return { key: issue.input === undefined ? "errors.required" : "errors.notAChoice" };
    case "not_multiple_of":
      return { key: "errors.notAnInteger" };
    case "unrecognized_keys":
      return { key: "errors.unknownField", values: { keys: issue.keys.join(", ") } };
    default:
      return { key: "errors.wrongFormat" };
  }
};

/**
 * A zod issue as a field and a word key. A schema says its own words by giving a key as message
 * (`z.string().regex(…, "organizations.errors.uscc")`); the standard kinds have standard words.
 */
export const issueToFieldError = (issue: Issue): FieldError => {
  const custom = /^[a-z][A-Za-z]*(\.[A-Za-z0-9_]+)+$/.test(issue.message) ? issue.message : null;
  if (custom) {
    const params = issue.code === "custom" ? (issue.params as FieldError["values"] | undefined) : undefined;
    return { field: fieldName(issue.path), key: custom, ...(params ? { values: params } : {}) };
  }
  return { field: fieldName(issue.path), ...keyOf(issue) };
};

/** The JSON pointer (RFC 6901) of an issue's place, for API answers. */
export const issuePointer = (issue: Issue): string =>
  issue.path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
