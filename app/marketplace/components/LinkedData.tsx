import { useNonce } from "~/platform/http/nonce";

/** What search engines read of a page: JSON that its rule has made safe to stand in a script element. */
export const LinkedData = ({ scripts }: { scripts: readonly string[] }) => {
  const nonce = useNonce();
  return scripts.map((script) => (
    <script
      key={script}
      type="application/ld+json"
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the rules that make it escape every "<"
      dangerouslySetInnerHTML={{ __html: script }}
    />
  ));
};
