import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { FormerIdentityItem } from "../queries/former-identities.server";
import { FactList } from "./FactList";

/** Names and codes an organization no longer has, with the day until which it had them. */
export const FormerIdentities = ({ former }: { former: readonly FormerIdentityItem[] }) => {
  const t = useWords("trust");
  const { language } = useTranslator();
  if (former.length === 0) return <p className="meta mt-3">{t("former.none")}</p>;
  return (
    <FactList
      facts={former.map((one) => ({
        label: t(`former.field.${one.field}`),
        value: (
          <>
            {one.value}{" "}
            <span className="meta">
              {t("former.until")} {absoluteText(one.until.slice(0, 10), language)} ·{" "}
              {t(`former.because.${one.because}`)}
            </span>
          </>
        ),
      }))}
    />
  );
};
