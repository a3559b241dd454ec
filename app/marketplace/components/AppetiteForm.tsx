import { fieldErrors } from "~/identity/components/field-errors";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { APPETITE_LEVELS, APPETITE_REASONS } from "../enquiry-schema";
import type { AppetiteView } from "../queries/appetite.server";
import { ANY_SEASON } from "../rules/seasons";
import { AppetiteList, useSeason } from "./AppetiteList";

/** Where the organization stands, for a class of majors or for all; what was stated so far above it. */
export const AppetiteForm = ({ view, state }: { view: AppetiteView; state: FormState | null }) => {
  const t = useWords("matches");
  const { any } = useTranslator();
  const seasonText = useSeason();
  const labels = {
    family: t("appetite.family"),
    season: t("appetite.season"),
    level: t("appetite.level"),
    reason: t("appetite.reason"),
  };
  return (
    <Section id="appetite" title={t("appetite.title")}>
      <p className="meta my-3">{t("appetite.text")}</p>
      {view.stated.length > 0 && <AppetiteList stated={view.stated} />}
      <form method="post" className="form">
        {state && (
          <FormErrors
            errors={fieldErrors(state, labels, any)}
            message={any(state.message.key, state.message.values)}
          />
        )}
        <SelectField
          name="family"
          label={labels.family}
          required
          empty={false}
          options={[
            { value: "*", label: t("appetite.all") },
            ...view.classes.map(({ category, classes }) => ({
              group: category,
              options: classes.map(({ family, name }) => ({ value: family, label: name })),
            })),
          ]}
          defaultValue={shown(state, "family", "*")}
          error={errorFor(state, "family", any)}
        />
        <SelectField
          name="season"
          label={labels.season}
          empty={false}
          options={[ANY_SEASON, ...view.seasons].map((season) => ({
            value: season,
            label: seasonText(season),
          }))}
          defaultValue={shown(state, "season", ANY_SEASON)}
          error={errorFor(state, "season", any)}
        />
        <RadioGroup
          name="level"
          label={labels.level}
          required
          options={APPETITE_LEVELS.map((level) => ({ value: level, label: t(`appetite.${level}`) }))}
          defaultValue={shown(state, "level")}
          error={errorFor(state, "level", any)}
        />
        <SelectField
          name="reason"
          label={labels.reason}
          hint={t("appetite.reasonHint")}
          options={APPETITE_REASONS.map((reason) => ({
            value: reason,
            label: t(`appetite.reasons.${reason}`),
          }))}
          defaultValue={shown(state, "reason")}
          error={errorFor(state, "reason", any)}
        />
        <div className="form-end">
          <Button look="ghost" name="intent" value="appetite">
            {t("appetite.save")}
          </Button>
        </div>
      </form>
    </Section>
  );
};
