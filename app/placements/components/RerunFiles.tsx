import { Icon } from "~/ui/Icon";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";

/** The anonymised input and the result document, and how to get the one from the other. */
export const RerunFiles = ({ roundId, hash }: { roundId: string; hash: string }) => {
  const t = useWords("rounds");
  return (
    <Section id="rerun" title={t("result.rerunTitle")}>
      <p className="note my-3">{t("result.rerun")}</p>
      <ul>
        {(["input", "output"] as const).map((name) => (
          <li key={name}>
            <a
              className="inline-flex items-center gap-1.5"
              href={`/rounds/${roundId}/files/${name === "input" ? "input" : "result"}.json`}
              download
            >
              <Icon name="download" />
              {t(`act.${name}`)}
            </a>
          </li>
        ))}
      </ul>
      <p className="note mt-3">
        {t("result.hash")}
        <br />
        <code className="break-all text-xs">{hash}</code>
      </p>
    </Section>
  );
};
