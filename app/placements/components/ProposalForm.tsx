import { HAZARD_CODES, HAZARDS } from "~/catalogues/hazards";
import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { CodeField } from "~/ui/form/CodeField";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { MoneyField } from "~/ui/form/MoneyField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { ProposalPage } from "../queries/proposal-page.server";

type ProposalFormProps = { earlier: ProposalPage | null; state: FormState | null; submissionKey: string };

const LEVELS = ["1", "2", "3", "4"] as const;
const yesNo = (value: boolean | null | undefined) => (value == null ? null : value ? "yes" : "no");

/** What a student knows of a host they found: who it is, the post, its terms. Sent again it begins with what was sent. */
export const ProposalForm = ({ earlier, state, submissionKey }: ProposalFormProps) => {
  const t = useWords("applications");
  const { any, language } = useTranslator();
  const terms = earlier?.raw;
  const host = earlier?.host;
  const field = (name: string, stored?: string | number | null) => ({
    name,
    error: errorFor(state, name, any),
    defaultValue: shown(state, name, stored),
  });
  const answers = [
    { value: "yes", label: t("proposal.yes") },
    { value: "no", label: t("proposal.no") },
  ];
  const fees = terms?.fees;
  return (
    <form method="post" className="stack mt-6" data-draft="self-found">
      <HiddenField name="submissionKey" value={submissionKey} />
      {earlier && <HiddenField name="version" value={earlier.version} />}
      <Section id="host" title={t("proposal.host")}>
        <TextField
          {...field("uscc", host?.uscc)}
          label={t("proposal.uscc")}
          hint={t("proposal.usccHint")}
          maxLength={24}
          required
        />
        <TextField {...field("hostName", host?.name)} label={t("proposal.hostName")} required />
        <CodeField
          {...field("region", host?.region)}
          label={t("proposal.region")}
          suggest="/api/v1/regions?q="
          required
        />
        <TextField {...field("address", terms?.address)} label={t("proposal.address")} required />
        <CodeField
          {...field("industry", host?.industry)}
          label={t("proposal.industry")}
          hint={t("proposal.industryHint")}
          suggest="/api/v1/industries?q="
        />
        <NumberField
          {...field("employees", host?.employees)}
          label={t("proposal.employees")}
          hint={t("proposal.employeesHint")}
          min={1}
        />
        <NumberField
          {...field("postHeadcount", host?.postHeadcount)}
          label={t("proposal.postHeadcount")}
          min={1}
        />
        <TextField {...field("contactName", host?.contactName)} label={t("proposal.contactName")} required />
        <TextField
          {...field("contactPhone", host?.contactPhone)}
          label={t("proposal.contactPhone")}
          hint={t("proposal.contactHint")}
          type="tel"
          required
        />
      </Section>
      <Section id="terms" title={t("proposal.terms")}>
        <TextField {...field("title", terms?.title)} label={t("proposal.postTitle")} required />
        <CodeField
          {...field("occupation", earlier?.occupationText)}
          label={t("proposal.occupation")}
          suggest="/api/v1/occupations?q="
          required
        />
        <div className="grid gap-x-6 md:grid-cols-3">
          <DateField {...field("startsOn", terms?.startsOn)} label={t("proposal.startsOn")} required />
          <DateField {...field("endsOn", terms?.endsOn)} label={t("proposal.endsOn")} required />
        </div>
        <TextArea
          {...field("tasks", terms?.tasks.join("\n"))}
          label={t("proposal.tasks")}
          hint={t("proposal.tasksHint")}
          rows={4}
          required
        />
        <div className="grid gap-x-6 md:grid-cols-3">
          <NumberField
            {...field("hoursPerDay", terms?.hoursPerDay)}
            label={t("proposal.hoursPerDay")}
            unit={t("proposal.hours")}
            step={0.5}
          />
          <NumberField
            {...field("hoursPerWeek", terms?.hoursPerWeek)}
            label={t("proposal.hoursPerWeek")}
            unit={t("proposal.hours")}
            step={0.5}
          />
          <SelectField
            {...field("labourIntensity", terms?.labourIntensity?.toString())}
            label={t("proposal.labourIntensity")}
            empty={t("proposal.unknown")}
            options={LEVELS.map((level) => ({ value: level, label: t(`proposal.intensity.${level}`) }))}
          />
        </div>
        <div className="grid gap-x-6 md:grid-cols-3">
          <RadioGroup
            {...field("nightShifts", yesNo(terms?.nightShifts))}
            label={t("proposal.nightShifts")}
            options={answers}
            inline
          />
          <RadioGroup
            {...field("overtime", yesNo(terms?.overtime))}
            label={t("proposal.overtime")}
            options={answers}
            inline
          />
          <RadioGroup
            {...field("restDayWork", yesNo(terms?.restDayWork))}
            label={t("proposal.restDayWork")}
            options={answers}
            inline
          />
        </div>
        <CheckboxGroup
          name="hazards"
          label={t("proposal.hazards")}
          error={errorFor(state, "hazards", any)}
          defaultValues={ticked(
            state,
            "hazards",
            terms?.hazards ? (terms.hazards.length > 0 ? terms.hazards : ["none"]) : [],
          )}
          options={[
            { value: "none", label: t("proposal.hazardsNone") },
            ...HAZARD_CODES.map((code) => ({
              value: code,
              label: language === "en" ? HAZARDS[code].en : HAZARDS[code].zh,
            })),
          ]}
        />
        <MoneyField
          name="pay"
          label={t("proposal.pay")}
          error={errorFor(state, "pay", any)}
          defaultFen={terms?.payMonthlyFen}
          defaultValue={shown(state, "pay")}
        />
        <MoneyField
          name="samePostPay"
          label={t("proposal.samePostPay")}
          error={errorFor(state, "samePostPay", any)}
          defaultFen={terms?.samePostPayFen}
          defaultValue={shown(state, "samePostPay")}
        />
        <MoneyField
          name="lowestTierPay"
          label={t("proposal.lowestTierPay")}
          error={errorFor(state, "lowestTierPay", any)}
          defaultFen={terms?.lowestTierPayFen}
          defaultValue={shown(state, "lowestTierPay")}
        />
        <SelectField
          {...field("lodging", terms?.lodging)}
          label={t("proposal.lodging")}
          empty={t("proposal.unknown")}
          options={(["unified", "home", "outside"] as const).map((one) => ({
            value: one,
            label: t(`profile.lodging.${one}`),
          }))}
        />
        <RadioGroup
          {...field("fees", fees ? (fees.length > 0 ? "some" : "none") : null)}
          label={t("proposal.fees")}
          options={[
            { value: "none", label: t("proposal.feesNone") },
            { value: "some", label: t("proposal.feesSome") },
          ]}
        />
        <TextField {...field("fee", fees?.[0])} label={t("proposal.fee")} />
        <RadioGroup
          {...field("agent", yesNo(terms?.agentInvolved))}
          label={t("proposal.agent")}
          options={answers}
          inline
        />
        <RadioGroup
          {...field("insurance", terms?.insuranceBy)}
          label={t("proposal.insurance")}
          options={(["school", "host"] as const).map((one) => ({
            value: one,
            label: t(`proposal.insuranceBy.${one}`),
          }))}
          inline
        />
        <TextArea {...field("why", earlier?.why)} label={t("proposal.why")} rows={3} required />
        <TextArea
          {...field("crossReason", terms?.crossCategoryReason)}
          label={t("proposal.crossReason")}
          rows={2}
        />
      </Section>
      <div>
        <Button>{t(earlier ? "act.resend" : "act.send")}</Button>
      </div>
    </form>
  );
};
