import { findingLines } from "~/marketplace/finding-lines";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { inLanguage } from "~/regulations/fact-text";
import type { Finding } from "~/regulations/rules/evaluate";
import { Button } from "~/ui/Button";
import { FindingList } from "~/ui/FindingList";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { Money } from "~/ui/Money";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { OpenSlot } from "../queries/round-choices.server";

/** Every slot of the round with a number beside it; what a rule keeps the student out of says so and takes none. */
export const ChoiceForm = ({
  slots,
  version,
  own,
  most,
  state,
}: {
  slots: readonly OpenSlot[];
  version: number;
  own: boolean;
  most: number;
  state: FormState | undefined;
}) => {
  const t = useWords("rounds");
  const translator = useTranslator();
  return (
    <form method="post">
      <Section id="all" title={t("choices.listed")} aside={<Button small>{t("act.saveChoices")}</Button>}>
        <p className="note my-3">{t("choices.truth")}</p>
        <HiddenField name="version" value={version} />
        <ul>
          {slots.map((slot, at) => (
            <li key={slot.id} className="item">
              <div>
                <h3>
                  <a href={`/listings/${slot.listingId}`}>{slot.title}</a>
                </h3>
                <p className="meta">
                  {slot.host} · {t("choices.seats", { seats: slot.capacity })} ·{" "}
                  <span className="num">{t("slots.period", { from: slot.startsOn, to: slot.endsOn })}</span>
                  {slot.payMonthlyFen !== null && (
                    <>
                      {" · "}
                      <Money fen={slot.payMonthlyFen} />
                    </>
                  )}
                </p>
                {!own && slot.place !== null && !slot.shared && (
                  <p className="note">{t("choices.notShared")}</p>
                )}
                {slot.barred && (
                  <details>
                    <summary>
                      {t("choices.barred", {
                        rule: slot.barred[0] ? inLanguage(slot.barred[0].title, translator.language) : "",
                      })}
                    </summary>
                    <FindingList findings={findingLines(slot.barred as Finding[], translator)} />
                  </details>
                )}
              </div>
              {!slot.barred && (
                <div className="w-24">
                  <HiddenField name={`places[${at}].slotId`} value={slot.id} />
                  <NumberField
                    name={`places[${at}].place`}
                    label={t("choices.place", { title: slot.title })}
                    bare
                    min={1}
                    max={most}
                    defaultValue={shown(state, `places[${at}].place`, slot.place)}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {own ? (
        <CheckboxField
          name="share"
          label={t("choices.share")}
          hint={t("choices.shareHint")}
          required={false}
          defaultChecked={slots.some(({ place }) => place !== null)}
          error={errorFor(state, "share", translator.any)}
        />
      ) : (
        <Notice>{t("choices.paper")}</Notice>
      )}
      <Button>{t("act.saveChoices")}</Button>
    </form>
  );
};
