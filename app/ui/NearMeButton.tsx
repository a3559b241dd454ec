import { useWords } from "~/words/use-words";
import { Button } from "./Button";

type NearMeButtonProps = {
  latitudeName?: string;
  longitudeName?: string;
  latitude?: string;
  longitude?: string;
};

/** Fills two hidden fields with the reader's own position, then sends the form; hidden until the script is there. */
export const NearMeButton = (props: NearMeButtonProps) => {
  const { latitudeName = "lat", longitudeName = "lng", latitude = "", longitude = "" } = props;
  const t = useWords("ui");
  return (
    <>
      <input
        type="hidden"
        name={latitudeName}
        defaultValue={latitude}
        disabled={!latitude}
        data-latitude=""
      />
      <input
        type="hidden"
        name={longitudeName}
        defaultValue={longitude}
        disabled={!longitude}
        data-longitude=""
      />
      <Button type="button" look="quiet" small icon="pin" data-near-me={t("nearMeFailed")} hidden>
        {t("nearMe")}
      </Button>
    </>
  );
};
