import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { Facts } from "~/ui/Facts";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { ConversionPage } from "../queries/conversion-page.server";
import { useCreditWords } from "./use-credit-words";

type Props = { page: ConversionPage; state: FormState | null | undefined };

/** Which version of the table counts, and why this one. */
export const TableBasis = ({ page }: { page: ConversionPage }) => {
  const t = useWords("credits");
  const { table, how, day, newer, catalogueOf } = page;
  const values = { day, ordinal: table?.ordinal ?? 0, from: table?.inForceFrom ?? "" };
  return (
    <Section id="basis" title={t("conversion.table")}>
      <p className="mt-2">
        {how === "in_force"
          ? t("conversion.inForce", values)
          : how === "later"
            ? t("conversion.later", values)
            : t("conversion.noTable")}
      </p>
      {newer !== null && <p className="mt-2">{t("conversion.newer", { ordinal: newer })}</p>}
      <p className="meta mt-2">{t("conversion.catalogue", { day: catalogueOf })}</p>
      {table?.code && (
        <p className="mt-2">
          <a href={`/verify/${table.code}`}>{t("table.verify")}</a>
        </p>
      )}
    </Section>
  );
};

/** The sums, and the one thing to do with them: confirm, then enter the student. */
export const ConversionAside = ({ page, state }: Props) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { credits } = useCreditWords();
  const { totals } = page.result;
  const error = (name: string) => errorFor(state, name, any);
  return (
    <>
      <Section id="sums" title={t("conversion.totals")}>
        <Facts
          facts={[
            { label: t("conversion.earnedTotal"), value: credits(totals.earnedCenti) },
            { label: t("conversion.recognisedTotal"), value: credits(totals.recognisedCenti) },
            { label: t("conversion.electiveTotal"), value: credits(totals.electiveCenti) },
            { label: t("conversion.owedTotal"), value: credits(totals.owedCenti) },
            ...(totals.unknown > 0 ? [{ label: t("conversion.unknownTotal"), value: totals.unknown }] : []),
          ]}
        />
        {page.edits && page.result.lines.length > 0 && (
          <form method="post" className="form mt-3">
            <HiddenField name="version" value={page.version} />
            <HiddenField name="digest" value={page.digest ?? ""} />
            <p className="meta">
              {totals.unknown > 0
                ? t("conversion.unknownLeft", { count: totals.unknown })
                : t("conversion.confirmHint")}
            </p>
            {totals.unknown === 0 && (
              <div>
                <Button name="intent" value="confirm">
                  {t("conversion.confirm")}
                </Button>
              </div>
            )}
          </form>
        )}
        {page.confirmed && (
          <p className="meta mt-3">
            {t("conversion.confirmed", page.confirmed)}
            <span className="num block">{t("conversion.digest", page.confirmed)}</span>
          </p>
        )}
      </Section>
      {page.finishes && (
        <Section id="finish" title={t("conversion.finish")}>
          <form method="post" className="form mt-3">
            <HiddenField name="version" value={page.transferVersion} />
            <HiddenField name="intent" value="finish" />
            <p className="meta">{t("conversion.finishHint")}</p>
            <TextField
              name="studentNumber"
              label={t("field.studentNumber")}
              required
              maxLength={40}
              defaultValue={shown(state, "studentNumber")}
              error={error("studentNumber")}
            />
            <TextField
              name="className"
              label={t("field.className")}
              required
              maxLength={60}
              defaultValue={shown(state, "className")}
              error={error("className")}
            />
            <div>
              <Button>{t("conversion.finishAct")}</Button>
            </div>
          </form>
        </Section>
      )}
      <TableBasis page={page} />
    </>
  );
};
