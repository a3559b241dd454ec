import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { SaidView } from "../queries/match-lens.server";

type Said = SaidView["said"][number];

const useBecause = () => {
  const t = useWords("matches");
  const { any } = useTranslator();
  return ({ reason, effect, holds }: Said): string =>
    holds
      ? t("aside.because", {
          reason: t(`aside.reasons.${reason}`),
          effect: any(effect.key, effect.values),
        })
      : `${t(`aside.reasons.${reason}`)} · ${t("aside.saidOver")}`;
};

const TakeBack = ({ said }: { said: Said }) => {
  const t = useWords("matches");
  return (
    <form method="post" className="inline">
      <input type="hidden" name="aside" value={said.id} />
      <Button
        look="quiet"
        small
        name="intent"
        value="takeBack"
        aria-label={t("aside.takeBackOf", { title: said.title })}
      >
        {t("aside.takeBack")}
      </Button>
    </form>
  );
};

/** What was just said and what it does to the list, with the way back. */
export const JustSaid = ({ view, id }: { view: SaidView; id: string | null }) => {
  const t = useWords("matches");
  const because = useBecause();
  const said = view.said.find((one) => one.id === id);
  if (!said) return null;
  return (
    <Notice tone="ok">
      {t("aside.about", { title: said.title, because: because(said) })} <TakeBack said={said} />
    </Notice>
  );
};

/** How the order is chosen, and everything said so far with what it does and the way back. */
export const SaidAsides = ({ view, mayUndo }: { view: SaidView; mayUndo: boolean }) => {
  const t = useWords("matches");
  const because = useBecause();
  const { personalised, said, total } = view;
  return (
    <>
      <Section id="order" title={t("order.title")}>
        <form method="post" className="my-3">
          <p className="meta mb-3">{t(personalised ? "order.on" : "order.off")}</p>
          <input type="hidden" name="personalised" value={personalised ? "no" : "yes"} />
          <Button look="ghost" small name="intent" value="order">
            {t(personalised ? "order.turnOff" : "order.turnOn")}
          </Button>
        </form>
      </Section>
      <Section id="said" title={t("aside.said")}>
        {said.length === 0 && <p className="meta my-3">{t("aside.saidNone")}</p>}
        <ul className="my-3">
          {said.map((one) => (
            <li key={one.id} className="mb-3">
              <b className="font-semibold">{one.title}</b>
              <div className="meta">
                {because(one)}
                {one.note && ` “${one.note}”`} {mayUndo && <TakeBack said={one} />}
              </div>
            </li>
          ))}
        </ul>
        {total > said.length && <p className="note">{t("aside.saidMore", { total, shown: said.length })}</p>}
      </Section>
    </>
  );
};
