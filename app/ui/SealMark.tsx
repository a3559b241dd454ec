import { useWords } from "~/words/use-words";

/** Up to four characters, read from the right and downwards as on a Chinese seal. */
export const sealCharacters = (text: string): string[] =>
  [...text.replace(/[\s（）()·、，,]/g, "")].slice(0, 4);

type SealMarkProps = {
  /** What the seal says: two characters of each party, or of the issuing body. */
  text: string;
  /** Who sealed, for those who cannot see it. */
  parties: string;
  small?: boolean;
};

/** The seal: appears once every party has signed, or when a certificate is issued. The only use of cinnabar. */
export const SealMark = ({ text, parties, small }: SealMarkProps) => {
  const t = useWords("ui");
  return (
    <div className={small ? "seal seal-sm" : "seal"} role="img" aria-label={t("seal", { parties })}>
      {sealCharacters(text).map((character, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a character in the seal is its identity
        <span key={index}>{character}</span>
      ))}
    </div>
  );
};
