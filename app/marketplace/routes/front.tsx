import { useWords } from "~/words/use-words";

export default function Front() {
  const t = useWords("platform");
  return <h1>{t("name")}</h1>;
}
