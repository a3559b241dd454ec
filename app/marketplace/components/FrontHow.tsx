import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";

/** How it works, in three sentences with a heading each. */
export const FrontHow = () => {
  const t = useWords("listings");
  return (
    <Section title={t("front.howTitle")} id="how">
      <ol className="grid gap-x-10 md:grid-cols-3">
        {(["how1", "how2", "how3"] as const).map((step, place) => (
          <li key={step} className="py-5">
            <p className="num text-[26px] font-semibold leading-none text-qing" aria-hidden="true">
              {place + 1}
            </p>
            <h3 className="mt-2">{t(`front.${step}`)}</h3>
            <p className="meta mt-1">{t(`front.${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
};
