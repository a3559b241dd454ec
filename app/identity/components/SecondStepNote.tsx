import { LinkButton } from "~/ui/LinkButton";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";

/** Whether the second step of the own account is on, and the way to it. */
export const SecondStepNote = ({ on }: { on: boolean }) => {
  const t = useWords("identity");
  return (
    <Section
      title={t("step.title")}
      id="second-step"
      aside={<StateBadge tone={on ? "ok" : "neutral"} word={t(on ? "step.on" : "step.off")} />}
    >
      <p className="meta mt-2">{t("step.text")}</p>
      <div className="mt-3">
        <LinkButton href="/account/second-step" look="ghost">
          {t(on ? "step.manage" : "step.setUp")}
        </LinkButton>
      </div>
    </Section>
  );
};
