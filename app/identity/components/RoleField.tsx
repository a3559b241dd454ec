import { SelectField } from "~/ui/form/SelectField";
import { useWords } from "~/words/use-words";
import type { Role } from "../actor";

type RoleFieldProps = {
  roles: readonly Role[];
  defaultValue?: string;
  label: string;
  error?: string;
  bare?: boolean;
  id?: string;
};

/** One of the roles this kind of organization has. */
export const RoleField = ({ roles, ...field }: RoleFieldProps) => {
  const t = useWords("identity");
  return (
    <SelectField
      name="role"
      required
      empty={false}
      options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      {...field}
    />
  );
};
