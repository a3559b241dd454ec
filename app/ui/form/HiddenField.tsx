/** A value the form carries and nobody types: an id, a version. */
export const HiddenField = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={value} />
);
