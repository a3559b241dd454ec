import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { Facts } from "~/ui/Facts";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { useTranslator, useWords } from "~/words/use-words";
import type { planPage } from "../queries/plans.server";

type Page = NonNullable<Awaited<ReturnType<typeof planPage>>>;
const TEXTS = ["goals", "arrangement", "rules", "emergency"] as const;

/** The text of a plan; once filed it is only read. */
export const PlanForm = (props: {
  plan: Page["plan"];
  programmes: Page["programmes"];
  state: FormState | null;
  submissionKey: string;
  mayAct: boolean;
}) => {
  const t = useWords("placements");
  const { any } = useTranslator();
  const { plan, programmes, state, submissionKey, mayAct } = props;
  if (plan && !mayAct) {
    return (
      <div>
        <Notice>{t("plan.filedNotice")}</Notice>
        <Facts
          facts={[
            { label: t("list.when"), value: `${plan.startsOn} — ${plan.endsOn}` },
            {
              label: t("field.programme"),
              value: programmes
                .filter((one) => plan.programmes.includes(one.value))
                .map((one) => one.label)
                .join("、"),
            },
            ...TEXTS.map((name) => ({ label: t(`field.${name}`), value: plan[name] })),
          ]}
        />
      </div>
    );
  }
  const error = (name: string) => errorFor(state, name, any);
  return (
    <form method="post" className="form" data-draft="internship-plan" data-guard="">
      <HiddenField name="intent" value="save" />
      <HiddenField name="submissionKey" value={submissionKey} />
      {plan && <HiddenField name="version" value={plan.version} />}
      <TextField
        name="title"
        label={t("field.title")}
        maxLength={80}
        required
        defaultValue={shown(state, "title", plan?.title)}
        error={error("title")}
      />
      <CheckboxGroup
        name="programme"
        label={t("field.programme")}
        options={programmes}
        defaultValues={ticked(state, "programme", plan?.programmes ?? [])}
        required
        error={error("programme")}
      />
      <DateField
        name="startsOn"
        label={t("field.startsOn")}
        required
        defaultValue={shown(state, "startsOn", plan?.startsOn)}
        error={error("startsOn")}
      />
      <DateField
        name="endsOn"
        label={t("field.endsOn")}
        required
        defaultValue={shown(state, "endsOn", plan?.endsOn)}
        error={error("endsOn")}
      />
      {TEXTS.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={t(`field.${name}`)}
          hint={t(`plan.hint.${name}`)}
          rows={4}
          maxLength={4000}
          required
          defaultValue={shown(state, name, plan?.[name])}
          error={error(name)}
        />
      ))}
      <Button>{t("plan.save")}</Button>
    </form>
  );
};
