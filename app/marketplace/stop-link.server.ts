import { isSigned, signText } from "~/platform/crypto/tokens.server";
import { isId } from "~/platform/id";

const PURPOSE = "search-stop";

/** The path that stops a saved search without signing in: signed, so that nobody can make one for another's. */
export const stopPath = (searchId: string): string =>
  `/searches/stop/${searchId}.${signText(PURPOSE, searchId)}`;

/** The search a stop link is for, or null when nobody signed it. */
export const searchOfStopLink = (token: string): string | null => {
  const [id = "", signature = ""] = token.split(".");
  return isId(id) && isSigned(PURPOSE, id, signature) ? id : null;
};
