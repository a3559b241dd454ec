import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { quotasPage } from "../queries/quotas-page.server";

type QuotasPage = Awaited<ReturnType<typeof quotasPage>>;
type Props = {
  page: QuotasPage;
  state: FormState | undefined;
  windowText: (window: QuotasPage["windows"][number]) => string;
};

/** How many seats a school states, for which major, and the entrance line. */
export const QuotaForm = ({ page, state, windowText }: Props) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  return (
    <Section id="set" title={t("quotas.set")}>
      <form method="post" className="form mt-3 max-w-3xl">
        <SelectField
          name="window"
          label={t("field.window")}
          required
          options={page.windows.map((window) => ({ value: window.id, label: windowText(window) }))}
          defaultValue={shown(state, "window", page.windows[0]?.id)}
          error={errorFor(state, "window", any)}
        />
        {page.kind === "authority" && (
          <SelectField
            name="school"
            label={t("field.school")}
            required
            options={page.schools.map((one) => ({ value: one.id, label: one.name }))}
            defaultValue={shown(state, "school")}
            error={errorFor(state, "school", any)}
          />
        )}
        {page.kind === "school" && (
          <SelectField
            name="majorCode"
            label={t("field.majorCode")}
            required
            options={page.programmes.map((one) => ({ value: one.majorCode, label: one.name }))}
            defaultValue={shown(state, "majorCode")}
            error={errorFor(state, "majorCode", any)}
          />
        )}
        {page.kind === "authority" && (
          <TextField
            name="majorCode"
            label={t("field.majorCode")}
            maxLength={20}
            defaultValue={shown(state, "majorCode")}
            error={errorFor(state, "majorCode", any)}
          />
        )}
        <div className="form-pair">
          <NumberField
            name="seats"
            label={t("field.seats")}
            required
            min={0}
            max={5000}
            defaultValue={shown(state, "seats")}
            error={errorFor(state, "seats", any)}
          />
          <NumberField
            name="scoreLine"
            label={t("field.scoreLine")}
            step={0.1}
            min={0}
            max={1000}
            defaultValue={shown(state, "scoreLine")}
            error={errorFor(state, "scoreLine", any)}
          />
        </div>
        <TextField
          name="reason"
          label={t("field.reason")}
          maxLength={500}
          defaultValue={shown(state, "reason")}
          error={errorFor(state, "reason", any)}
        />
        <p className="note">{t("quotas.setHint")}</p>
        <Button>{t("quotas.setAct")}</Button>
      </form>
    </Section>
  );
};
