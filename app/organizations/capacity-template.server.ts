import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { Language } from "~/platform/i18n/words";
import { translatorFor } from "~/words/translator.server";
import { type TemplateColumn, templateDownload } from "./import-template.server";
import {
  POST_COLUMNS,
  type PostField,
  PROGRAMME_COLUMNS,
  type ProgrammeField,
} from "./rules/capacity-columns";
import { codeText } from "./rules/pick-code";

type Told = readonly [example: string, how: string];

/** The template of posts or of programmes: real codes of the catalogues as examples. */
export const capacityTemplate = async (
  kind: "posts" | "programmes",
  language: Language,
  format: "xlsx" | "csv",
): Promise<Response> => {
  const t = translatorFor(language).room("imports");
  const { majors, occupations } = await catalogue();
  const turner = occupations.get("6-18-01-01");
  const cnc = majors.get("460103");
  const posts: Record<PostField, Told> = {
    name: [t("example.post"), t("how.text")],
    occupation: [turner ? codeText(turner) : "", t("how.code")],
    headcount: [t("example.headcount"), t("how.integer")],
    samePostPay: [t("example.money"), t("how.money")],
    labourIntensity: ["2", t("how.choice", { options: "1, 2, 3, 4" })],
    hazards: [t("example.none"), t("how.codes")],
  };
  const programmes: Record<ProgrammeField, Told> = {
    major: [cnc ? codeText(cnc) : "", t("how.code")],
    name: ["", t("how.text")],
    seats: [t("example.seats"), t("how.integer")],
    practiceShare: [t("example.share"), t("how.integer")],
    introduction: ["", t("how.text")],
    entryYear: [t("example.year"), t("how.integer")],
    students: [t("example.students"), t("how.integer")],
    practiceFrom: [t("example.from"), t("how.date")],
    practiceTo: [t("example.to"), t("how.date")],
  };
  const columns: TemplateColumn[] =
    kind === "posts"
      ? POST_COLUMNS.map((def) => ({ def, example: posts[def.field][0], how: posts[def.field][1] }))
      : PROGRAMME_COLUMNS.map((def) => ({
          def,
          example: programmes[def.field][0],
          how: programmes[def.field][1],
        }));
  return templateDownload(t(kind), columns, language, format);
};
