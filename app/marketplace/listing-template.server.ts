import { HAZARDS } from "~/catalogues/hazards";
import { catalogue } from "~/catalogues/queries/catalogue.server";
import { type TemplateColumn, templateDownload } from "~/organizations/import-template.server";
import { codeText } from "~/organizations/rules/pick-code";
import type { Language } from "~/platform/i18n/words";
import { translatorFor } from "~/words/translator.server";
import { type ListingColumn, listingColumns } from "./listing-columns.server";
import type { Direction, ListingKind } from "./rules/kinds";
import { type FieldName, fieldOf, isFieldName } from "./rules/listing-fields";

type Told = readonly [example: string, how: string];

const codeExamples = async (): Promise<Partial<Record<FieldName, string>>> => {
  const { majors, occupations, regions } = await catalogue();
  const named = (row: { code: string; name: string } | undefined) => (row ? codeText(row) : "");
  return {
    majors: named(majors.get("460103")),
    occupation: named(occupations.get("6-18-01-01")),
    region: named(regions.get("440113")),
  };
};

const fieldTold = (name: FieldName, language: Language, codes: Partial<Record<FieldName, string>>): Told => {
  const { any, room } = translatorFor(language);
  const t = room("imports");
  const spec = fieldOf(name);
  const labels = (options: readonly string[]) =>
    options.map((code) => any(`listings.option.${name}.${code}`)).join(language === "en" ? "; " : "；");
  switch (spec.type) {
    case "text":
    case "area":
      return [
        name === "title" ? t("example.title") : name === "summary" ? t("example.summary") : "",
        t("how.text"),
      ];
    case "lines":
      return [t("example.lines"), t("how.lines")];
    case "integer":
      return [t("example.integer"), t("how.integer")];
    case "hours":
      return [t("example.hours"), t("how.hours")];
    case "money":
      return [t("example.money"), t("how.money")];
    case "date":
      return [t("example.date"), t("how.date")];
    case "yesNo":
      return [t("example.no"), t("how.yesNo")];
    case "declaration":
      return [t("example.yes"), t("how.declaration")];
    case "choice":
      return [
        any(`listings.option.${name}.${spec.options[0]}`),
        t("how.choice", { options: labels(spec.options) }),
      ];
    case "choicesOrNone":
      return [t("example.none"), t("how.choices", { options: labels(spec.options) })];
    case "hazards": {
      const options = Object.values(HAZARDS).map(({ zh, en }) => (language === "en" ? en : zh));
      return [
        t("example.none"),
        t("how.choices", { options: options.join(language === "en" ? "; " : "；") }),
      ];
    }
    case "majors":
      return [codes.majors ?? "", t("how.codes")];
    case "occupation":
    case "region":
      return [codes[name] ?? "", t("how.code")];
    case "post":
      return ["", t("how.post")];
  }
};

/** The template of one kind of listing: the fields of its form in their order, with examples and how to fill them in. */
export const listingTemplate = async (
  kind: ListingKind,
  direction: Direction,
  language: Language,
  format: "xlsx" | "csv",
): Promise<Response> => {
  const { any, room } = translatorFor(language);
  const t = room("imports");
  const codes = await codeExamples();
  const head: Partial<Record<ListingColumn, Told>> = {
    reference: ["HR-001", t("howKey.listings")],
    kind: [any(`listings.kind.${kind}`), t("kindHint")],
    direction: [any(`listings.direction.${direction}`), t("kindHint")],
  };
  const columns = listingColumns(kind, direction).map((def): TemplateColumn => {
    const [example, how] =
      head[def.field] ?? (isFieldName(def.field) ? fieldTold(def.field, language, codes) : ["", ""]);
    const hint = isFieldName(def.field) ? any(`listings.field.${def.field}.hint`) : "";
    return { def, example, how: [how, hint].filter(Boolean).join(language === "en" ? ". " : "。") };
  });
  const name = `${any(`listings.kind.${kind}`)} ${any(`listings.direction.${direction}`)}`;
  return templateDownload(name, columns, language, format);
};
