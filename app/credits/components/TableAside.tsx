import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { TablePage } from "../queries/table-page.server";
import { VERSION_TONES } from "./TableRows";

/** Who agreed and signed, and every version with its days. */
export const TableAside = ({ page }: { page: TablePage }) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { shown } = page;
  const word = (school: string, agreed: boolean, signed: boolean): string =>
    shown?.state === "draft"
      ? t(agreed ? "table.agreed" : "table.notAgreed", { school })
      : t(signed ? "table.signedBy" : "table.notSigned", { school });
  return (
    <>
      {shown && (
        <Section id="parties" title={t("table.parties")}>
          <ul className="mt-2 grid gap-1">
            <li>{word(page.from, shown.agreedFrom, shown.signedFrom)}</li>
            <li>{word(page.to, shown.agreedTo, shown.signedTo)}</li>
          </ul>
          {shown.note && <p className="meta mt-2">{shown.note}</p>}
          {shown.code && (
            <p className="mt-2">
              <a href={`/verify/${shown.code}`}>{t("table.verify")}</a>
            </p>
          )}
        </Section>
      )}
      <Section id="versions" title={t("table.versions")}>
        <Facts
          facts={page.versions.map((one) => ({
            label: t("table.version", { ordinal: one.ordinal }),
            value: (
              <span className="row">
                <a href={`/credits/tables/${page.id}?version=${one.ordinal}`}>
                  {t("table.validFrom", { date: one.from })}
                </a>
                <StateBadge
                  tone={VERSION_TONES[one.state] ?? "neutral"}
                  word={any(`credits.tables.state.${one.state}`)}
                />
              </span>
            ),
          }))}
        />
        <p className="meta mt-2">{t("table.until")}</p>
      </Section>
    </>
  );
};
