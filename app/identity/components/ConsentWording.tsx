import { useWords } from "~/words/use-words";
import type { ShownWording } from "../rules/consent-wordings";

/** What somebody is asked to agree to, in plain words: what, which details, why, how long, how to take it back. */
export const ConsentWording = ({ wording }: { wording: ShownWording }) => {
  const t = useWords("consents");
  const parts = [
    { label: t("part.asked"), text: wording.asked },
    { label: t("part.why"), text: wording.why },
    { label: t("part.kept"), text: wording.kept },
    { label: t("part.withdraw"), text: wording.withdraw },
  ];
  return (
    <div>
      {parts.slice(0, 1).map((part) => (
        <p key={part.label}>{part.text}</p>
      ))}
      <dl className="mt-4 grid gap-4">
        <div>
          <dt className="meta">{t("part.scope")}</dt>
          <dd>{wording.scope.map((one) => t(`scope.${one}`)).join(t("comma"))}</dd>
        </div>
        {parts.slice(1).map((part) => (
          <div key={part.label}>
            <dt className="meta">{part.label}</dt>
            <dd>{part.text}</dd>
          </div>
        ))}
      </dl>
      <p className="note mt-4 break-all">
        {t("version", { version: wording.version, hash: wording.hash.slice(0, 16) })}
      </p>
    </div>
  );
};
