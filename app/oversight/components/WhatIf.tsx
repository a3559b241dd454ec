import { moneyText, yuanText } from "~/ui/amount";
import { Button } from "~/ui/Button";
import { MoneyField } from "~/ui/form/MoneyField";
import { useWords } from "~/words/use-words";
import type { WhatIf as WhatIfResult } from "../rules/recognition/progress";

/** What one more contribution to a training base would bring: a question by address, nothing is kept. */
export const WhatIf = ({ more, whatIf }: { more: number | null; whatIf: WhatIfResult | null }) => {
  const t = useWords("recognition");
  return (
    <form method="get" action="/recognition#what-if" className="form mt-4" id="what-if">
      <h3>{t("benefit.whatIf")}</h3>
      <MoneyField
        name="more"
        label={t("benefit.whatIfAmount")}
        required
        defaultValue={more === null ? "100000" : yuanText(more)}
      />
      <div>
        <Button look="quiet">{t("benefit.whatIfAct")}</Button>
      </div>
      {whatIf && (
        <p role="status">
          {whatIf.meets
            ? t("benefit.whatIfMeets")
            : t("benefit.whatIfMissing", { amount: moneyText(whatIf.missingFen) })}{" "}
          {t("benefit.whatIfOffset", {
            offset: moneyText(whatIf.offsetMoreFen),
            carried: moneyText(whatIf.carriedMoreFen),
          })}
        </p>
      )}
    </form>
  );
};
