import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Money } from "~/ui/Money";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { AgreementPageData } from "../page-data";

/** Reviews held at the agreed intervals, newest first, and the form to record one. */
export const ReviewPanel = ({ page }: { page: AgreementPageData }) => {
  const t = useWords("agreements");
  return (
    <Section
      id="reviews"
      title={t("page.reviews")}
      aside={page.reviewDue ? t("page.reviewDue", { date: page.reviewDue }) : null}
    >
      {page.reviews.length === 0 && <p className="meta">{t("page.noReviews")}</p>}
      <ul>
        {page.reviews.map((one) => (
          <li key={one.id} className="mt-2">
            <b className="num">{one.heldOn}</b> {one.findings}
            {one.next && <div className="meta">{one.next}</div>}
          </li>
        ))}
      </ul>
      {["active", "suspended"].includes(page.agreement.state) && (
        <details>
          <summary>{t("action.review")}</summary>
          <form method="post" className="form mt-3">
            <HiddenField name="intent" value="review" />
            <DateField name="heldOn" label={t("field.heldOn")} required max={page.today} />
            <TextArea name="findings" label={t("field.findings")} required maxLength={2000} />
            <TextArea name="next" label={t("field.next")} maxLength={2000} rows={2} />
            <Button>{t("action.review")}</Button>
          </form>
        </details>
      )}
    </Section>
  );
};

/** What each side put in: cash, equipment, hours, materials, by source. */
export const ContributionPanel = ({ page }: { page: AgreementPageData }) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const names = new Map(page.parties.map((party) => [party.id, party.shortName]));
  const total = page.contributions.reduce((sum, one) => sum + (one.amountFen ?? 0), 0);
  return (
    <Section
      id="contributions"
      title={t("page.contributions")}
      aside={total > 0 ? <Money fen={total} /> : null}
    >
      {page.contributions.length === 0 && <p className="meta">{t("page.noContributions")}</p>}
      <ul>
        {page.contributions.map((one) => (
          <li key={one.id} className="between mt-2">
            <span>
              <span className="num">{one.on}</span> {names.get(one.organizationId)} · {one.what}
              <span className="note">
                {" "}
                {any(`agreements.contributionKind.${one.kind}`)} · {any(`agreements.source.${one.source}`)}
              </span>
            </span>
            <span className="num">
              {one.amountFen !== null ? <Money fen={one.amountFen} /> : `${one.hours ?? 0} h`}
            </span>
          </li>
        ))}
      </ul>
      {page.agreement.effectiveOn && (
        <details>
          <summary>{t("action.contribute")}</summary>
          <form method="post" className="form mt-3">
            <HiddenField name="intent" value="contribute" />
            <SelectField
              name="kind"
              label={t("field.contributionKind")}
              required
              options={(["cash", "equipment", "hours", "materials"] as const).map((value) => ({
                value,
                label: t(`contributionKind.${value}`),
              }))}
            />
            <SelectField
              name="source"
              label={t("field.source")}
              required
              options={(["own", "government", "shared"] as const).map((value) => ({
                value,
                label: t(`source.${value}`),
              }))}
            />
            <TextField name="what" label={t("field.what")} required minLength={2} maxLength={120} />
            <NumberField name="yuan" label={t("field.yuan")} min={0} step="any" />
            <NumberField name="hours" label={t("field.hours")} min={0} />
            <DateField name="on" label={t("field.heldOn")} required max={page.today} />
            <Button>{t("action.contribute")}</Button>
          </form>
        </details>
      )}
    </Section>
  );
};
