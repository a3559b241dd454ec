import { LinkButton } from "~/ui/LinkButton";
import { useWords } from "~/words/use-words";
import { SELF_REGISTERED_KINDS } from "../registration-schema";

/** The kinds of organization that register themselves, each with what it is for and the way to its form. */
export const KindDoors = () => {
  const t = useWords("registration");
  return (
    <ul className="mt-6 border-t-2 border-(--ink)">
      {SELF_REGISTERED_KINDS.map((kind) => (
        <li key={kind} className="item items-center">
          <div>
            <h2 className="text-base">{t(`kind.${kind}.label`)}</h2>
            <p className="meta">{t(`kind.${kind}.text`)}</p>
          </div>
          <LinkButton
            href={`/register?kind=${kind}`}
            look="ghost"
            aria-label={t("titleOf", { kind: t(`kind.${kind}.label`) })}
          >
            {t("choose")}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
};
