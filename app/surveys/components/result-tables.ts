import type { Translator } from "~/words/translate";
import type { SurveyPage } from "../queries/survey-page.server";
import { responseRate } from "../rules/figures";
import { CHOICES } from "../rules/template";
import { meanText, percentText } from "./result-text";

type Table = { name: string; note: string; headers: string[]; rows: string[][] };

/** A survey's results as tables of text: questions first, then schools, free texts and named answers where there are any. */
export const resultTables = (page: SurveyPage, translator: Translator): Table[] => {
  const t = translator.room("surveys");
  const say = (text: { zh: string; en: string }) => (translator.language === "en" ? text.en : text.zh);
  const invited = page.byMail + page.onPaper;
  const note = t("file.note", {
    owner: page.owner,
    opensOn: page.opensOn,
    closesOn: page.closesOn,
    invited,
    answered: page.answered,
    count: page.fewest,
  });
  const few = t("page.fewQuestion", { count: page.fewest });
  const questions: Table = {
    name: t("file.questions"),
    note,
    headers: [
      t("file.id"),
      t("page.question"),
      t("file.answers"),
      ...CHOICES.map((choice) => t(`choice.c${choice}`)),
      t("file.satisfied"),
      t("file.share"),
      t("file.sum"),
      t("file.mean"),
      t("file.beforeShare"),
      t("file.beforeMean"),
    ],
    rows: page.questions.map(({ id, text, figure, before }) => [
      id,
      say(text),
      ...(figure.told
        ? [
            String(figure.answers),
            ...CHOICES.map((choice) => String(figure.distribution[choice - 1] ?? 0)),
            String(figure.satisfied),
            percentText(figure.shareBp),
            String(figure.sum),
            meanText(figure.meanCenti),
          ]
        : [few, ...CHOICES.map(() => ""), "", "", "", ""]),
      before.told ? percentText(before.shareBp) : "",
      before.told ? meanText(before.meanCenti) : "",
    ]),
  };
  const schools: Table = {
    name: t("file.schools"),
    note,
    headers: [
      t("page.school"),
      t("file.invited"),
      t("file.answered"),
      t("file.rate"),
      t("file.satisfied"),
      t("file.share"),
      t("file.mean"),
    ],
    rows: page.bySchool.map((school) => {
      const rate = responseRate(school.answered, school.invited);
      return [
        school.name,
        String(school.invited),
        String(school.answered),
        rate === null ? "" : percentText(rate),
        ...(school.figure.told
          ? [
              `${school.figure.satisfied} / ${school.figure.answers}`,
              percentText(school.figure.shareBp),
              meanText(school.figure.meanCenti),
            ]
          : [
              translator.any(`surveys.page.withheld.${school.withheld || "empty"}`, { count: page.fewest }),
              "",
              "",
            ]),
      ];
    }),
  };
  const texts: Table = {
    name: t("file.texts"),
    note,
    headers: [t("file.texts")],
    rows: page.texts.map((text) => [text]),
  };
  const named: Table = {
    name: t("file.named"),
    note,
    headers: [
      t("page.organization"),
      t("page.school"),
      ...page.asked.map(({ text }) => say(text)),
      t("page.text"),
    ],
    rows: page.named.map((one) => [
      one.organization,
      one.school,
      ...page.asked.map(({ id }) => {
        const choice = CHOICES.find((step) => step === one.choices[id]);
        return choice ? t(`choice.c${choice}`) : "";
      }),
      one.text,
    ]),
  };
  return [questions, ...[schools, texts, named].filter(({ rows }) => rows.length > 0)];
};
