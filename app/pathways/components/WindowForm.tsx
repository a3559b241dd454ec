import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { pointText } from "../fact-text";
import { DIRECTIONS, type Direction } from "../rules/pack";
import { EDGES } from "../rules/term";

type Props = {
  page: { schoolYear: number; allowed: { direction: Direction; points: string[] }[] };
  state: FormState | undefined;
  submissionKey: string;
};

const YEARS = [1, 2, 3];

/** What an authority says to open a window, below the points its rules allow. */
export const WindowForm = ({ page, state, submissionKey }: Props) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const text = (name: "opensOn" | "closesOn") => ({
    name,
    label: t(`field.${name}`),
    required: true,
    defaultValue: shown(state, name),
    error: errorFor(state, name, any),
  });
  const choice = (
    name: "direction" | "grade" | "term" | "edge",
    options: { value: string; label: string }[],
  ) => (
    <SelectField
      name={name}
      label={t(`field.${name}`)}
      required
      options={options}
      defaultValue={shown(state, name)}
      error={errorFor(state, name, any)}
    />
  );
  return (
    <Section
      id="open"
      title={t("windows.open")}
      aside={<a href="/transfers/rules/adjust">{t("rules.adjust")}</a>}
    >
      {page.allowed.map((one) => (
        <p key={one.direction} className="meta mt-2">
          {t("windows.allowed", {
            direction: any(`transferRules.direction.${one.direction}`),
            points: one.points.map((point) => pointText(point, any)).join(t("comma")),
          })}
        </p>
      ))}
      <form method="post" className="form mt-3 max-w-3xl">
        <HiddenField name="submissionKey" value={submissionKey} />
        <div className="form-pair">
          {choice(
            "direction",
            DIRECTIONS.map((one) => ({ value: one, label: any(`transferRules.direction.${one}`) })),
          )}
          <NumberField
            name="schoolYear"
            label={t("field.schoolYear")}
            hint={t("field.schoolYearHint")}
            required
            defaultValue={shown(state, "schoolYear", page.schoolYear)}
            error={errorFor(state, "schoolYear", any)}
          />
          {choice(
            "grade",
            YEARS.map((one) => ({ value: String(one), label: any(`transferRules.grade.${one}`) })),
          )}
          {choice(
            "term",
            [1, 2].map((one) => ({ value: String(one), label: any(`transferRules.term.${one}`) })),
          )}
          {choice(
            "edge",
            EDGES.map((one) => ({ value: one, label: any(`transferRules.edge.${one}`) })),
          )}
        </div>
        <div className="form-pair">
          <DateField {...text("opensOn")} />
          <DateField {...text("closesOn")} />
        </div>
        <Button>{t("windows.openAct")}</Button>
      </form>
    </Section>
  );
};
