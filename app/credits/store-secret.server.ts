import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";

/** The secret a school's system signs with, opened for one comparison; null where it has none. */
export const storeSecretOf = async (organizationId: string): Promise<string | null> => {
  const row = await read.creditStoreSecret.findUnique({ where: { organizationId } });
  return row && openField("creditStore.secret", row.secretSealed);
};
