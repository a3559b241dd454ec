import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { DateField } from "~/ui/form/DateField";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";

type Bilingual = { zh: string; en: string };

type DraftFormProps = {
  page: {
    template: { id: string; title: Bilingual; many: boolean };
    forms: readonly { number: number; title: Bilingual }[];
    source: { enquiryId: string; partner: { id: string; name: string } } | null;
    found: readonly { id: string; name: string }[];
    ours: string;
    startsOn: string;
    endsOn: string;
    today: string;
    submissionKey: string;
  };
  state: FormState | undefined;
};

const FIELDS = ["partners", "title", "startsOn", "endsOn", "forms"] as const;

/** Title, period and the chosen parties of a draft; what the enquiry agreed on is filled in. */
export const DraftForm = ({ page, state }: DraftFormProps) => {
  const t = useWords("agreements");
  const { any, language } = useTranslator();
  const tongue = language === "en" ? "en" : "zh";
  const { template, source } = page;
  const partners = source ? [source.partner] : page.found;
  const title = t("new.defaultTitle", {
    a: page.ours,
    b: partners[0]?.name ?? "",
    template: template.title[tongue],
  }).slice(0, 80);
  return (
    <Section id="draft" title={t("new.step3")}>
      <form method="post" className="form mt-3" data-draft={`agreement-new-${template.id}`}>
        <FormErrors
          errors={(state?.fields ?? [])
            .filter((one) => FIELDS.some((field) => field === one.field))
            .map((one) => ({
              field: one.field,
              label: any(`agreements.field.${one.field}`),
              message: any(one.key, one.values),
            }))}
          {...(state ? { message: any(state.message.key, state.message.values) } : {})}
        />
        <HiddenField name="submissionKey" value={page.submissionKey} />
        <HiddenField name="templateId" value={template.id} />
        {source && <HiddenField name="enquiryId" value={source.enquiryId} />}
        <CheckboxGroup
          name="partners"
          label={t("field.partners")}
          required
          hint={t("new.partnersHint")}
          options={partners.map((one) => ({ value: one.id, label: one.name }))}
          defaultValues={ticked(state, "partners", partners.length === 1 ? [partners[0]?.id ?? ""] : [])}
          error={errorFor(state, "partners", any)}
        />
        <TextField
          name="title"
          label={t("field.title")}
          required
          minLength={4}
          maxLength={80}
          defaultValue={shown(state, "title", title)}
          error={errorFor(state, "title", any)}
        />
        <div className="form-pair">
          <DateField
            name="startsOn"
            label={t("field.startsOn")}
            required
            min={page.today}
            defaultValue={shown(state, "startsOn", page.startsOn)}
            error={errorFor(state, "startsOn", any)}
          />
          <DateField
            name="endsOn"
            label={t("field.endsOn")}
            required
            min={page.today}
            defaultValue={shown(state, "endsOn", page.endsOn)}
            error={errorFor(state, "endsOn", any)}
          />
        </div>
        {page.forms.length > 0 && (
          <CheckboxGroup
            name="forms"
            label={t("field.forms")}
            options={page.forms.map((one) => ({ value: String(one.number), label: one.title[tongue] }))}
            defaultValues={ticked(state, "forms", ["2"])}
            error={errorFor(state, "forms", any)}
          />
        )}
        <div className="form-end">
          <Button>{t("new.create")}</Button>
        </div>
      </form>
    </Section>
  );
};
