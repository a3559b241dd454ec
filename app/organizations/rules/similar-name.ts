const LEGAL_FORMS = /(股份)?有限(责任)?公司|集团|总公司|分公司|公司|[（(].*?[）)]|\s/g;

/**
 * A name without what the law adds to it, so that "广州甲乙（集团）有限公司" and "广州甲乙有限公司" read alike.
 * Comes out: the kernel; the whole name when nothing would be left. House rule.
 */
export const nameKernel = (name: string): string => {
  const plain = name.normalize("NFKC");
  return plain.replace(LEGAL_FORMS, "") || plain;
};

/** Whether two names are the same but for their legal form. House rule: told to the operator as a fact, decides nothing. */
export const isSameName = (a: string, b: string): boolean => nameKernel(a) === nameKernel(b);
